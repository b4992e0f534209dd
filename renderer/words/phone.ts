// Words of pictures from the phone: the dialog with the code.

import { both } from './both.ts';

export const phoneDialogWords = both(
  {
    button: '用手机拍',
    title: '用手机拍，放进{{place}}',
    inbox: '收件箱',
    code: '给手机扫的二维码',
    step: {
      network: '手机和电脑连上同一个无线网。',
      scan: '用手机相机或微信“扫一扫”扫这个码。',
      photograph: '在手机上点“拍照”，拍完自动传到这里。',
    },
    help: '扫不了，或者手机打不开？',
    typeIt: '在手机浏览器里输入这个地址：',
    copy: '复制地址',
    copied: '已复制',
    network: '还是打不开，换电脑的另一个网络地址再扫：',
    firewall:
      '电脑第一次会问要不要允许归报（或 Node）使用网络，请选“允许”（专用网络）。手机别连“访客”无线网，也别只用流量。',
    trust: '照片在无线网里没有加密，请只在自己家信得过的网络里用。关掉这个窗口，手机就传不进来了。',
    connected: '手机已连上',
    waiting: '请在手机上点“拍照”。',
    receiving: '正在收照片…',
    more: '可以接着拍。',
    newCode: '换一部手机（换一个码）',
    arrivals: '手机传来的照片',
    outcome: { kept: '已存好', duplicate: '以前放过，没有重复存', refused: '没有存上' },
    takeBack: '撤回最后一张',
    takenBack: '已撤回',
    finish: '拍完了',
    close: '关闭',
    did: '手机传来 {{count}} 份，已放进{{place}}',
    reopen: '再打开',
    ended: {
      closed: { title: '这个码已经关掉', text: '别处又打开了一次“用手机拍”。要在这里接着拍，请再打开。' },
      idle: {
        title: '15 分钟没有动静，已自动关掉',
        text: '传来的照片都在。要接着拍，请再打开，用手机扫新的码。',
      },
      forgotten: { title: '已自动关掉', text: '传来的照片都在。要接着拍，请再打开，用手机扫新的码。' },
      'no-network': {
        title: '电脑现在没有连上家里的网络',
        text: '请让电脑连上家里的无线网或路由器，再点“再打开”。也可以用数据线或微信把照片传到电脑，拖进来。',
      },
      'address-gone': {
        title: '电脑的网络变了',
        text: '刚才的网络地址现在用不了。请看看网络是不是连着，再点“再打开”。',
      },
    },
  },
  {
    button: 'Use the phone',
    title: 'Take photos with the phone, into: {{place}}',
    inbox: 'Inbox',
    code: 'Code for the phone to scan',
    step: {
      network: 'Connect the phone and this computer to the same Wi-Fi.',
      scan: 'Scan this code with the phone’s camera.',
      photograph: 'Tap “Take a photo” on the phone. Photos arrive here by themselves.',
    },
    help: 'Cannot scan, or the phone cannot open it?',
    typeIt: 'Type this address into the phone’s browser:',
    copy: 'Copy the address',
    copied: 'Copied',
    network: 'Still not? Try another network address of this computer and scan again:',
    firewall:
      'The computer may ask whether Guibao (or Node) may use the network: allow it for private networks. The phone must not be on a guest Wi-Fi or on mobile data only.',
    trust:
      'Photos cross the Wi-Fi unencrypted: use this only in a home network you trust. Once this window is closed, the phone can send nothing.',
    connected: 'Phone connected',
    waiting: 'Tap “Take a photo” on the phone.',
    receiving: 'Receiving…',
    more: 'Take more if you like.',
    newCode: 'Another phone (new code)',
    arrivals: 'Photos from the phone',
    outcome: { kept: 'Stored', duplicate: 'Added before, not stored twice', refused: 'Not stored' },
    takeBack: 'Take back the last one',
    takenBack: 'Taken back',
    finish: 'Done',
    close: 'Close',
    did: 'From the phone: {{count}}, put into {{place}}',
    reopen: 'Open again',
    ended: {
      closed: {
        title: 'This code is closed',
        text: 'The phone’s page was opened elsewhere. To go on here, open it again.',
      },
      idle: {
        title: 'Closed after 15 quiet minutes',
        text: 'What came is kept. To go on, open it again and scan the new code.',
      },
      forgotten: {
        title: 'Closed by itself',
        text: 'What came is kept. To go on, open it again and scan the new code.',
      },
      'no-network': {
        title: 'This computer is not in a home network',
        text: 'Connect it to your Wi-Fi or router and open again. Or bring the photos over by cable and drop them here.',
      },
      'address-gone': {
        title: 'The network of this computer changed',
        text: 'That network address no longer works. See whether the network is connected and open again.',
      },
    },
  },
);
