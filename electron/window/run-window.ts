// The life of the desktop window: one program at a time, the vault opened before it, closed after it.

import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, Notification, session, shell } from 'electron';
import { calls } from '../../shared/calls.ts';
import type { Language } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { explainProblem } from '../../shared/words/problems.ts';
import { removeIncomingLeftovers } from '../addresses/intake.ts';
import { openOutgoing } from '../addresses/outgoing.ts';
import { openVault } from '../database/open.ts';
import { openWorkshop } from '../engine/workshop.ts';
import { reportBug } from '../files/bug-log.ts';
import { usualVaultFolder } from '../files/vault-folder.ts';
import { removeWritingLeftovers } from '../files/writing-notes.ts';
import { answer } from '../handlers/answer.ts';
import type { Context } from '../handlers/context.ts';
import { closeWaysIn, openWaysIn } from '../handlers/ways-in.ts';
import { windowWords } from '../words/window.ts';
import { answerCalls } from './calls.ts';
import { chooseFolder } from './choose-folder.ts';
import { denyLeaving, denyPermissions } from './deny.ts';
import { collectHandedFiles, type HandedFiles } from './handed-files.ts';
import { makeWindow } from './make-window.ts';
import { menuTemplate } from './menu.ts';
import { tellDeadlinesNowAndThen } from './notify.ts';
import { printFile, printWindowOptions } from './print-file.ts';
import { saveWherever } from './save-packet.ts';
import { ORIGIN, registerScheme, serveScheme } from './scheme.ts';

/** Absolute paths: the built preload and the folder of the built renderer. */
export type ProgramPlaces = { preload: string; rendererDir: string };

const systemLanguage = (): Language => (app.getLocale().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');

async function languageOf(context: Context): Promise<Language> {
  const told = await answer(context, 'settings.get', {});
  return told.ok ? calls['settings.get'].output.parse(told.value).language : systemLanguage();
}

function tellFailure(error: unknown): void {
  const language = systemLanguage();
  const fact = error instanceof Problem ? error.toFact() : { code: 'bug', params: { id: reportBug(error) } };
  dialog.showErrorBox(windowWords[language].cannotStart, explainProblem(fact, language));
}

async function openContext(): Promise<Context> {
  const vault = openVault(usualVaultFolder(), { access: 'write', way: 'window', create: true });
  const context: Context = { vault, workshop: openWorkshop(), way: 'window', now: () => new Date() };
  await removeIncomingLeftovers(context);
  await removeWritingLeftovers(vault.dir);
  return context;
}

/** Closes the vault before the program ends, whatever ends it. */
function closeAtQuit(context: Context): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    isClosed = true;
    closeWaysIn(context)
      .catch(reportBug)
      .finally(() => {
        context.vault.close();
        app.quit();
      });
  });
}

/** How files that were handed over bring the organizer to the front. */
type Front = { bring: () => void };

async function openOrganizer(places: ProgramPlaces, handed: HandedFiles, front: Front): Promise<void> {
  await app.whenReady();
  const context = await openContext();
  closeAtQuit(context);
  const language = await languageOf(context);
  context.chooseFolder = () => chooseFolder(dialog, currentWindow(), windowWords[language].chooseFolder);
  context.handedFiles = handed.take;
  openWaysIn(context);
  const show = () =>
    makeWindow({ preload: places.preload, placeFile: join(app.getPath('userData'), 'window.json') });
  const outgoing = openOutgoing({
    save: saveWherever({
      dialog,
      window: currentWindow,
      language: () => language,
      folder: app.getPath('documents'),
      vaultDir: context.vault.dir,
    }),
    print: printFile({
      folder: join(context.vault.dir, 'incoming'),
      makeWindow: () => new BrowserWindow(printWindowOptions),
      openPath: (path) => shell.openPath(path),
    }),
  });
  denyPermissions(session.defaultSession);
  serveScheme(session.defaultSession, {
    context,
    rendererDir: places.rendererDir,
    callsByAddress: false,
    outgoing,
  });
  answerCalls(ipcMain, context);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, process.platform)));
  show();
  // On a Mac the program goes on without a window: what is dropped on its icon then opens one.
  front.bring = () => (BrowserWindow.getAllWindows().length === 0 ? void show() : focusWindow());
  const stopTelling = tellDeadlinesNowAndThen(context, { Notification, open: openAt });
  app.once('will-quit', stopTelling);
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) show();
  });
}

const currentWindow = (): BrowserWindow | null =>
  BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? null;

/** A click on a notification: the window comes forward and goes there. */
function openAt(address: string): void {
  focusWindow();
  const [window] = BrowserWindow.getAllWindows();
  void window?.loadURL(`${ORIGIN}/${address}`).catch(reportBug);
}

function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Starts the program; a second one hands over to the first and ends. */
export async function runWindow(places: ProgramPlaces): Promise<void> {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  registerScheme();
  denyLeaving(app, shell);
  const front: Front = { bring: focusWindow };
  const handed = collectHandedFiles(app, () => front.bring());
  handed.addWords(process.argv, process.cwd());
  app.on('second-instance', (_, words, folder) => {
    handed.addWords(words, folder);
    focusWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  await openOrganizer(places, handed, front).catch((error: unknown) => {
    tellFailure(error);
    app.exit(1);
  });
}
