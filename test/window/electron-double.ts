// Stands in for the module `electron` at the boundary: remembers what it was told and lets a test play the other side.

import { EventEmitter } from 'node:events';

type Listener = (...words: never[]) => unknown;
type WindowOpen = (wish: { url: string }) => { action: string };

export class WebContentsDouble extends EventEmitter {
  openHandler: WindowOpen | null = null;
  asked: Record<string, unknown> | null = null;
  /** The page, the PDF viewer in it, and the PDF in that. */
  mainFrame = { framesInSubtree: [{}, {}, {}] };
  getURL() {
    return 'guibao://app/';
  }
  print(options: Record<string, unknown>, done: (success: boolean, reason: string) => void) {
    this.asked = options;
    done(BrowserWindowDouble.printed.success, BrowserWindowDouble.printed.reason);
  }
  setWindowOpenHandler(handler: WindowOpen) {
    this.openHandler = handler;
  }
}

export class BrowserWindowDouble extends EventEmitter {
  static all: BrowserWindowDouble[] = [];
  static printed = { success: true, reason: '' };
  static getAllWindows = () => BrowserWindowDouble.all;
  static getFocusedWindow = () => BrowserWindowDouble.all[0] ?? null;
  options: Record<string, unknown> & { webPreferences: Record<string, unknown> };
  webContents = new WebContentsDouble();
  loaded: string[] = [];
  told: string[] = [];
  minimized = false;
  constructor(options: BrowserWindowDouble['options']) {
    super();
    this.options = options;
    BrowserWindowDouble.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(address: string) {
    this.loaded.push(address);
  }
  show = () => this.told.push('show');
  destroy = () => this.told.push('destroy');
  focus = () => this.told.push('focus');
  restore = () => this.told.push('restore');
  maximize = () => this.told.push('maximize');
  isMinimized = () => this.minimized;
  isMaximized = () => false;
  getNormalBounds = () => ({ x: 10, y: 20, width: 1100, height: 720 });
}

export const app = Object.assign(new EventEmitter(), {
  isFirst: true,
  folder: '',
  ended: [] as (string | number)[],
  requestSingleInstanceLock: () => app.isFirst,
  whenReady: async () => undefined,
  getPath: () => app.folder,
  getLocale: () => 'zh-CN',
  quit: () => app.ended.push('quit'),
  exit: (code: number) => app.ended.push(code),
});

type Decide = (contents: unknown, permission: string, decide: (yes: boolean) => void) => void;
type Serve = (request: Request) => Promise<Response> | Response;

class SessionDouble extends EventEmitter {
  permissionRequest: Decide | null = null;
  permissionCheck: (() => boolean) | null = null;
  devicePermission: (() => boolean) | null = null;
  schemes = new Map<string, Serve>();
  protocol = { handle: (scheme: string, serve: Serve) => this.schemes.set(scheme, serve) };
  setPermissionRequestHandler(handler: Decide) {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: () => boolean) {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: () => boolean) {
    this.devicePermission = handler;
  }
}

export const defaultSession = new SessionDouble();

const handlers = new Map<string, Listener>();
const opened: string[] = [];
const openedFiles: string[] = [];
const privileged: { scheme: string; privileges: Record<string, boolean> }[] = [];

type Template = { label?: string; submenu?: { role?: string }[] }[];
const menu = { template: [] as Template };

const saving = {
  answer: { canceled: true, filePath: '' },
  wishes: [] as Record<string, unknown>[],
  errors: [] as string[],
};

export class NotificationDouble extends EventEmitter {
  static supported = true;
  static shown: NotificationDouble[] = [];
  static isSupported = () => NotificationDouble.supported;
  wish: { title: string; body: string };
  constructor(wish: NotificationDouble['wish']) {
    super();
    this.wish = wish;
  }
  show() {
    NotificationDouble.shown.push(this);
  }
}

export const electron = {
  Notification: NotificationDouble,
  app,
  BrowserWindow: BrowserWindowDouble,
  session: { defaultSession },
  ipcMain: {
    handlers,
    handle: (channel: string, listener: Listener) => handlers.set(channel, listener),
  },
  protocol: {
    privileged,
    registerSchemesAsPrivileged: (schemes: typeof privileged) => privileged.push(...schemes),
  },
  shell: {
    opened,
    openExternal: async (address: string) => opened.push(address),
    openedFiles,
    openPath: async (path: string) => {
      openedFiles.push(path);
      return '';
    },
  },
  dialog: Object.assign(saving, {
    async showSaveDialog(_window: unknown, wish: Record<string, unknown>) {
      saving.wishes.push(wish);
      return saving.answer;
    },
    showErrorBox: (title: string, text: string) => saving.errors.push(`${title}: ${text}`),
  }),
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
  Menu: Object.assign(menu, {
    buildFromTemplate: (template: Template) => template,
    setApplicationMenu: (template: Template) => {
      menu.template = template;
    },
  }),
};
