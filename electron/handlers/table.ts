// One handler for every call of the table.

import * as claim from './claim.ts';
import { planClaim } from './claim-plan.ts';
import type { Handlers } from './context.ts';
import * as inbox from './inbox.ts';
import * as invoice from './invoice.ts';
import * as paper from './paper.ts';
import * as person from './person.ts';
import { addSample, removeSample } from './sample.ts';
import * as scan from './scan.ts';
import { about } from './session.ts';
import { readSettings, saveSettings } from './settings.ts';
import { applyUndo } from './undo.ts';
import { checkVault } from './vault.ts';
import * as visit from './visit.ts';

export const handlers: Handlers = {
  'session.about': about,
  'settings.get': readSettings,
  'settings.set': saveSettings,
  'undo.apply': applyUndo,
  'vault.check': checkVault,

  'sample.write': addSample,
  'sample.clear': removeSample,

  'person.list': person.listPeople,
  'person.get': person.getPerson,
  'person.save': person.savePerson,
  'person.archive': person.archivePerson,
  'person.remove': person.removePerson,
  'person.restore': person.restorePerson,

  'visit.list': visit.listVisits,
  'visit.get': visit.getVisit,
  'visit.save': visit.saveVisit,
  'visit.remove': visit.removeVisit,
  'visit.restore': visit.restoreVisit,

  'invoice.list': invoice.listInvoices,
  'invoice.save': invoice.saveInvoice,
  'invoice.remove': invoice.removeInvoice,
  'invoice.restore': invoice.restoreInvoice,

  'paper.attach': paper.attachPaper,
  'paper.set-pages': paper.setPages,
  'paper.move-pages': paper.movePages,
  'paper.describe': paper.describePaper,

  'scan.add': scan.addScan,
  'scan.expand': scan.expandFolders,
  'scan.get': scan.findPlaces,

  'inbox.list': inbox.listInbox,
  'inbox.assign': inbox.assignInbox,
  'inbox.remove': inbox.removeInbox,
  'inbox.restore': inbox.restoreInbox,

  'claim.list': claim.listClaims,
  'claim.get': claim.getClaim,
  'claim.create': claim.createClaim,
  'claim.save': claim.saveClaim,
  'claim.remove': claim.removeClaim,
  'claim.restore': claim.restoreClaim,
  'claim.plan': planClaim,
};
