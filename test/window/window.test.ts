// The desktop window's main process with Electron replaced at the boundary: the security checklist, calls, saving, life.

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { outgoingAddress, outgoingEndAddress, pieceAddress } from '../../shared/addresses.ts';
import type { Answer } from '../../shared/calls.ts';
import { app, type BrowserWindowDouble, defaultSession, electron } from './electron-double.ts';

vi.mock('electron', async () => (await import('./electron-double.ts')).electron);

let folder = '';
let rendererDir = '';
let window: BrowserWindowDouble;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guibao-window-'));
  rendererDir = join(folder, 'renderer');
  mkdirSync(rendererDir);
  writeFileSync(join(rendererDir, 'index.html'), '<meta name="csp-nonce" content="__NONCE__" />');
  app.folder = join(folder, 'user');
  vi.stubEnv('GUIBAO_VAULT', join(folder, 'vault'));
  const { runWindow } = await import('../../electron/window/run-window.ts');
  await runWindow({ preload: '/out/preload/preload.cjs', rendererDir });
  window = electron.BrowserWindow.all[0] as BrowserWindowDouble;
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const serve = async (path: string, init: RequestInit = {}): Promise<Response> => {
  const handler = defaultSession.schemes.get('guibao');
  if (!handler) throw new Error('the scheme is not served');
  return await handler(new Request(new URL(path, 'guibao://app/'), init));
};

type Frame = { url: string; parent: unknown } | null;
const ownFrame: Frame = { url: 'guibao://app/index.html#/visits', parent: null };
const call = async (
  name: unknown,
  input: unknown,
  senderFrame: Frame = ownFrame,
): Promise<Answer<unknown>> => {
  const handler = electron.ipcMain.handlers.get('call') as
    | ((event: unknown, name: unknown, input: unknown) => Promise<Answer<unknown>>)
    | undefined;
  if (!handler) throw new Error('the channel is not answered');
  return await handler({ senderFrame }, name, input);
};

/** Fires an event of the page as Electron does; true when it was prevented. */
function isPrevented(name: string, facts: Record<string, unknown>): boolean {
  let prevented = false;
  const event = {
    ...facts,
    preventDefault: () => {
      prevented = true;
    },
  };
  window.webContents.emit(name, event);
  return prevented;
}

const foreign = [
  'https://example.com/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'guibao://other/',
  'guibao://app.example.com/',
  'guibao://app@example.com/',
  'data:text/html,x',
  'javascript:alert(1)',
];

describe('security checklist of the window', () => {
  test('the page is isolated, sandboxed, without Node, with the preload and nothing else', () => {
    expect(electron.BrowserWindow.all).toHaveLength(1);
    expect(window.options.webPreferences).toMatchObject({
      preload: '/out/preload/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
    });
  });

  test('the page comes from the own scheme, which is standard and secure and bypasses no policy', () => {
    expect(window.loaded).toEqual(['guibao://app/']);
    expect(electron.protocol.privileged).toEqual([
      {
        scheme: 'guibao',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
      },
    ]);
  });

  test('the page has the strict policy with a nonce', async () => {
    const reply = await serve('/');
    const nonce = /content="([^"]+)"/.exec(await reply.text())?.[1];
    const policy = reply.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
  });

  test.each(foreign)('going to %s is denied and opens nothing outside', (url) => {
    expect(isPrevented('will-navigate', { url })).toBe(true);
    expect(isPrevented('will-redirect', { url })).toBe(true);
    expect(isPrevented('will-frame-navigate', { url, isMainFrame: false })).toBe(true);
    expect(window.webContents.openHandler?.({ url })).toEqual({ action: 'deny' });
    expect(electron.shell.opened).toEqual([]);
  });

  test('the own page may reload, and a frame may show the finished packet', () => {
    expect(isPrevented('will-navigate', { url: 'guibao://app/' })).toBe(false);
    const packet = 'blob:guibao://app/0b5f';
    expect(isPrevented('will-frame-navigate', { url: packet, isMainFrame: false })).toBe(false);
    expect(isPrevented('will-frame-navigate', { url: packet, isMainFrame: true })).toBe(true);
    const printed = 'file:///vault/incoming/0b5f.pdf';
    expect(isPrevented('will-frame-navigate', { url: printed, isMainFrame: false })).toBe(true);
    window.webContents.getURL = () => printed;
    expect(isPrevented('will-frame-navigate', { url: printed, isMainFrame: false })).toBe(false);
    expect(isPrevented('will-frame-navigate', { url: printed, isMainFrame: true })).toBe(true);
    window.webContents.getURL = () => 'guibao://app/';
    expect(window.webContents.openHandler?.({ url: 'guibao://app/' })).toEqual({ action: 'deny' });
  });

  test('web views are denied', () => {
    expect(isPrevented('will-attach-webview', {})).toBe(true);
  });

  test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'fileSystem', 'openExternal'])(
    'the permission %s is denied',
    (permission) => {
      const decide = vi.fn();
      defaultSession.permissionRequest?.({}, permission, decide);
      expect(decide.mock.calls).toEqual([[false]]);
      expect(defaultSession.permissionCheck?.()).toBe(false);
      expect(defaultSession.devicePermission?.()).toBe(false);
    },
  );

  test('a download from elsewhere is denied, the own papers may be saved', () => {
    const download = (address: string) => {
      const preventDefault = vi.fn();
      defaultSession.emit('will-download', { preventDefault }, { getURL: () => address });
      return preventDefault.mock.calls.length > 0;
    };
    expect(download('https://example.com/a.exe')).toBe(true);
    expect(download(`guibao://app/vault/original/${'0'.repeat(64)}`)).toBe(false);
  });

  test('the sender is checked on every call', async () => {
    const refused = { ok: false, problem: { code: 'not-allowed', params: { what: 'sender' } } };
    expect(await call('person.list', {}, null)).toEqual(refused);
    expect(await call('person.list', {}, { url: 'guibao://app/', parent: {} })).toEqual(refused);
    for (const url of foreign) expect(await call('person.list', {}, { url, parent: null })).toEqual(refused);
    expect(await call('person.list', {})).toEqual({ ok: true, value: [] });
  });

  test('a request with a foreign origin or to another host is refused', async () => {
    expect((await serve('/', { headers: { origin: 'https://example.com' } })).status).toBe(403);
    expect((await serve('guibao://other/')).status).toBe(403);
  });

  test('the built preload exposes call and pathOf and nothing more', async () => {
    const source = readFileSync(new URL('../../electron/preload.ts', import.meta.url), 'utf8');
    expect(source.match(/exposeInMainWorld/g)).toHaveLength(1);
    expect([...source.matchAll(/^ {2}(\w+):/gm)].map((match) => match[1])).toEqual(['call', 'pathOf']);
  });
});

describe('calls and addresses of the window', () => {
  test('calls come through the preload, not by address', async () => {
    expect(await call('session.about', {})).toMatchObject({ ok: true, value: { way: 'window' } });
    expect((await serve('/call/session.about', { method: 'POST', body: '{}' })).status).toBe(403);
  });

  test.each([[undefined], [7], ['no.such-call'], ['__proto__']])(
    'the unknown call %j settles',
    async (name) => {
      expect(await call(name, {})).toMatchObject({ ok: false, problem: { code: 'unknown-call' } });
    },
  );

  test('an upload by address is settled with an answer', async () => {
    const reply = await serve('/vault/intake?name=a.jpg', { method: 'POST', body: 'no picture' });
    expect(await reply.json()).toHaveProperty('ok');
    expect(
      existsSync(join(folder, 'vault', 'incoming')) ? readdirSync(join(folder, 'vault', 'incoming')) : [],
    ).toEqual([]);
  });
});

describe('saving the packet', () => {
  type Told = Answer<Record<string, never>>;
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const post = async (address: string, body = ''): Promise<Told> =>
    (await (await serve(address, { method: 'POST', body })).json()) as Told;
  const begin = async (bytes: number): Promise<string> => {
    const told = await post(outgoingAddress({ name: '2026-王秀兰/01: 材料.pdf', bytes }));
    return told.ok ? String(told.value.id) : '';
  };
  const save = async (...pieces: string[]): Promise<Answer<unknown>> => {
    const whole = pieces.join('');
    const begun = await post(
      outgoingAddress({ name: '2026-王秀兰/01: 材料.pdf', bytes: Buffer.byteLength(whole) }),
    );
    if (!begun.ok) return begun;
    const id = String(begun.value.id);
    let at = 0;
    for (const piece of pieces) {
      const told = await post(pieceAddress(id, at, hash(piece)), piece);
      if (!told.ok) return told;
      at += Buffer.byteLength(piece);
      expect(told.value).toEqual({ received: at });
    }
    return post(outgoingEndAddress(id, 'finish'));
  };
  const saved = (path: string, text: string) => ({
    ok: true,
    value: { path, bytes: Buffer.byteLength(text), sha256: hash(text) },
  });

  test('asks where, with a name every system takes, and writes the pieces as they came', async () => {
    const path = join(folder, '保存 的.pdf');
    electron.dialog.answer = { canceled: false, filePath: path };
    expect(await save('%PDF', ' one', ' 页')).toEqual(saved(path, '%PDF one 页'));
    expect(readFileSync(path, 'utf8')).toBe('%PDF one 页');
    const suggested = String(electron.dialog.wishes.at(-1)?.defaultPath).slice(app.folder.length + 1);
    expect(suggested).toBe('2026-王秀兰 01  材料.pdf');
  });

  test('adds .pdf to a name without an ending', async () => {
    electron.dialog.answer = { canceled: false, filePath: join(folder, 'packet') };
    expect(await save('%PDF')).toEqual(saved(join(folder, 'packet.pdf'), '%PDF'));
    // The dialog asked about "packet", never about "packet.pdf".
    expect(await save('%PDF new')).toEqual(saved(join(folder, 'packet-2.pdf'), '%PDF new'));
    expect(readFileSync(join(folder, 'packet.pdf'), 'utf8')).toBe('%PDF');
  });

  test('a closed dialog is told as cancelled and writes nothing', async () => {
    const before = readdirSync(folder);
    electron.dialog.answer = { canceled: true, filePath: '' };
    expect(await save('%PDF')).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(readdirSync(folder)).toEqual(before);
  });

  test("the vault's own file is never written over, whatever the dialog was answered with", async () => {
    const path = join(folder, 'vault', 'guibao.sqlite');
    const before = readFileSync(path);
    electron.dialog.answer = { canceled: false, filePath: path };
    expect(await save('%PDF')).toEqual({
      ok: false,
      problem: { code: 'export-same-file', params: { path } },
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a place that cannot be written is told by its path', async () => {
    const path = join(folder, 'nowhere', 'a.pdf');
    electron.dialog.answer = { canceled: false, filePath: path };
    const problem = { code: 'path-unwritable', params: { path, reason: 'ENOENT' } };
    expect(await save('%PDF')).toEqual({ ok: false, problem });
  });

  test('stopped in the middle, the earlier packet stays and nothing lies beside it', async () => {
    const own = join(folder, 'stopped');
    mkdirSync(own);
    const path = join(own, 'packet.pdf');
    writeFileSync(path, 'the earlier packet');
    electron.dialog.answer = { canceled: false, filePath: path };
    const id = await begin(8);
    expect(await post(pieceAddress(id, 0, hash('%PDF')), '%PDF')).toMatchObject({ ok: true });
    expect(readdirSync(own)).toHaveLength(2);
    expect(readdirSync(join(folder, 'vault', 'writing'))).toHaveLength(1);
    expect(await post(outgoingEndAddress(id, 'cancel'))).toMatchObject({ ok: true });
    expect(readdirSync(own)).toEqual(['packet.pdf']);
    expect(readdirSync(join(folder, 'vault', 'writing'))).toEqual([]);
    expect(readFileSync(path, 'utf8')).toBe('the earlier packet');
    expect(await post(outgoingEndAddress(id, 'finish'))).toMatchObject({ problem: { code: 'not-found' } });
  });

  test.each([
    ['a piece that changed on its way', 0, 'f'.repeat(64), '%PDF'],
    ['a piece at the wrong place', 2, hash('%PDF'), '%PDF'],
    ['more than was announced', 0, hash('%PDF and more'), '%PDF and more'],
  ])('%s ends the saving and leaves the earlier packet', async (_, at, sha256, body) => {
    const own = mkdtempSync(join(folder, 'wrong-'));
    const path = join(own, 'packet.pdf');
    writeFileSync(path, 'the earlier packet');
    electron.dialog.answer = { canceled: false, filePath: path };
    const id = await begin(4);
    const refused = { ok: false, problem: { code: 'input-invalid' } };
    expect(await post(pieceAddress(id, at, sha256), body)).toMatchObject(refused);
    expect(readdirSync(own)).toEqual(['packet.pdf']);
    expect(readFileSync(path, 'utf8')).toBe('the earlier packet');
  });

  test('a file that did not come whole is not put in place', async () => {
    const path = join(folder, 'half.pdf');
    electron.dialog.answer = { canceled: false, filePath: path };
    const id = await begin(8);
    await post(pieceAddress(id, 0, hash('%PDF')), '%PDF');
    expect(await post(outgoingEndAddress(id, 'finish'))).toMatchObject({
      problem: { code: 'input-invalid' },
    });
    expect(existsSync(path)).toBe(false);
  });

  test('printing hands the PDF to a window nobody sees, with sides and copies, and clears it away', async () => {
    electron.BrowserWindow.printed = { success: true, reason: '' };
    const before = electron.BrowserWindow.all.length;
    const wish = { name: 'packet.pdf', bytes: 4, print: { copies: 3, sides: 'long-edge' as const } };
    const print = async () => {
      const begun = await post(outgoingAddress(wish));
      const id = begun.ok ? String(begun.value.id) : '';
      await post(pieceAddress(id, 0, hash('%PDF')), '%PDF');
      return post(outgoingEndAddress(id, 'finish'));
    };
    expect(await print()).toEqual({ ok: true, value: { printed: true } });
    const hidden = electron.BrowserWindow.all.at(-1);
    expect(electron.BrowserWindow.all.length).toBe(before + 1);
    expect(hidden?.options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
    });
    expect(hidden?.webContents.asked).toMatchObject({
      silent: false,
      copies: 3,
      duplexMode: 'longEdge',
      pageSize: 'A4',
    });
    expect(hidden?.loaded[0]).toMatch(/^file:.*\.pdf$/);
    expect(hidden?.told).toContain('destroy');
    const incoming = join(folder, 'vault', 'incoming');
    expect(readdirSync(incoming)).toEqual([]);
    electron.BrowserWindow.printed = { success: false, reason: 'Print job canceled' };
    expect(await print()).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(readdirSync(incoming)).toEqual([]);
    electron.BrowserWindow.printed = { success: false, reason: 'no printer service' };
    expect(await print()).toEqual({ ok: true, value: { printed: false } });
    expect(electron.shell.openedFiles.at(-1)).toBe(join(incoming, readdirSync(incoming)[0] ?? ''));
    rmSync(incoming, { recursive: true });
    electron.BrowserWindow.all.splice(before);
  });
});

describe('the life of the window', () => {
  test('never smaller than 1024 x 700, shown when ready, its place kept', () => {
    expect(window.options).toMatchObject({ minWidth: 1024, minHeight: 700, show: false });
    window.emit('ready-to-show');
    expect(window.told).toEqual(['show']);
    window.emit('close');
    const kept = JSON.parse(readFileSync(join(app.folder, 'window.json'), 'utf8'));
    expect(kept).toEqual({ x: 10, y: 20, width: 1100, height: 720, maximized: false });
  });

  test('a kept place is used again only while its screen is there', async () => {
    const { readWindowPlace } = await import('../../electron/window/window-size.ts');
    const file = join(folder, 'place.json');
    const place = { x: 2000, y: 0, width: 1100, height: 720, maximized: true };
    writeFileSync(file, JSON.stringify(place));
    const small = { x: 0, y: 0, width: 1920, height: 1080 };
    expect(readWindowPlace(file, [small, { ...small, x: 1920 }])).toEqual(place);
    expect(readWindowPlace(file, [small])).toEqual({ width: 1100, height: 720, maximized: true });
    for (const broken of ['', '{}', '{"width":5,"height":5,"maximized":false}']) {
      writeFileSync(file, broken);
      expect(readWindowPlace(file, [small])).toEqual({ width: 1280, height: 820, maximized: false });
    }
  });

  test('the menu has the standard roles, in both languages', async () => {
    const { menuTemplate } = await import('../../electron/window/menu.ts');
    expect(electron.Menu.template).toEqual(menuTemplate('zh-CN', process.platform));
    for (const language of ['zh-CN', 'en'] as const) {
      const roles = JSON.stringify(menuTemplate(language, 'darwin'));
      for (const role of [
        'undo',
        'redo',
        'cut',
        'copy',
        'paste',
        'selectAll',
        'zoomIn',
        'zoomOut',
        'resetZoom',
        'quit',
      ]) {
        expect(roles).toContain(`"role":"${role}"`);
      }
      expect(roles).not.toContain('toggleDevTools');
    }
    expect(menuTemplate('zh-CN', 'linux').map((entry) => entry.label)).toEqual([
      '文件',
      '编辑',
      '显示',
      '窗口',
    ]);
  });

  test('files dropped on the icon or opened with the program are told to the window once', async () => {
    const paper = join(folder, '发票.pdf');
    writeFileSync(paper, 'x');
    let prevented = 0;
    app.emit('open-file', { preventDefault: () => (prevented += 1) }, paper);
    app.emit('open-file', { preventDefault: () => (prevented += 1) }, 'not/absolute.pdf');
    expect(prevented).toBe(2);
    expect(window.told.at(-1)).toBe('focus');
    app.emit('second-instance', {}, ['/guibao', '.', '--flag', '发票.pdf', 'gone.pdf', 'renderer'], folder);
    expect(await call('scan.handed', {})).toEqual({ ok: true, value: { paths: [paper, rendererDir] } });
    expect(await call('scan.handed', {})).toEqual({ ok: true, value: { paths: [] } });
    // Chromium puts its own words first, and a desktop may say the file's address.
    const address = pathToFileURL(paper).href;
    app.emit('second-instance', {}, ['/guibao', '--allow-file-access-from-files', '.', address], folder);
    expect(await call('scan.handed', {})).toEqual({ ok: true, value: { paths: [paper] } });
  });

  test('files dropped on the icon while no window is open open one', () => {
    const all = electron.BrowserWindow.all.splice(0);
    app.emit('open-file', { preventDefault: () => undefined }, join(folder, '发票.pdf'));
    expect(electron.BrowserWindow.all).toHaveLength(1);
    app.emit('open-file', { preventDefault: () => undefined }, join(folder, 'b.pdf'));
    expect(electron.BrowserWindow.all).toHaveLength(1);
    electron.BrowserWindow.all.splice(0, 1, ...all);
  });

  test('a second start brings the first window forward and ends', async () => {
    window.minimized = true;
    app.emit('second-instance', {}, ['/guibao', '.'], folder);
    expect(window.told.slice(-2)).toEqual(['restore', 'focus']);
    app.isFirst = false;
    const { runWindow } = await import('../../electron/window/run-window.ts');
    await runWindow({ preload: '', rendererDir });
    expect(app.ended).toEqual(['quit']);
    expect(electron.BrowserWindow.all).toHaveLength(1);
    app.isFirst = true;
    app.ended = [];
  });

  test('a vault that another program holds is told in a box with its remedy, and the program ends', async () => {
    const { runWindow } = await import('../../electron/window/run-window.ts');
    await runWindow({ preload: '', rendererDir });
    expect(electron.dialog.errors).toHaveLength(1);
    expect(electron.dialog.errors[0]).toMatch(/^归报打不开: /);
    expect(app.ended).toEqual([1]);
    app.ended = [];
  });

  test('the vault is closed before the program ends', async () => {
    const preventDefault = vi.fn();
    app.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(app.ended).toEqual(['quit']));
    const { openVault } = await import('../../electron/database/open.ts');
    const again = openVault(join(folder, 'vault'), { access: 'write', way: 'page' });
    expect(again.writable).toBe(true);
    again.close();
  });
});
