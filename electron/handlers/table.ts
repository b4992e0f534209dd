// One handler for every call of the table.

import * as approval from './approval.ts';
import { moveAttachment, removeAttachment, restoreAttachment } from './attachment.ts';
import * as claim from './claim.ts';
import * as life from './claim-life.ts';
import { planClaim } from './claim-plan.ts';
import { showSupplement } from './claim-supplement.ts';
import type { Handlers } from './context.ts';
import { listDeadlines, writeDeadlines } from './deadlines.ts';
import { estimateClaim } from './estimate.ts';
import * as filing from './filing.ts';
import * as hospital from './hospital.ts';
import * as inbox from './inbox.ts';
import * as invoice from './invoice.ts';
import {
  answerLookAlike,
  comparePages,
  listLookAlikes,
  listScansToCompare,
  stopComparing,
} from './look-alike.ts';
import { takeNotices } from './notices.ts';
import { keepPacketFile } from './packet-keep.ts';
import * as options from './packet-options.ts';
import * as packetPages from './packet-pages.ts';
import { confirmPage } from './page-confirm.ts';
import * as pageEdit from './page-edit.ts';
import { lookAtPage } from './page-look.ts';
import * as paper from './paper.ts';
import * as facts from './paper-facts.ts';
import * as person from './person.ts';
import { cancelExport, exportPerson, showExport } from './person-export.ts';
import * as phone from './phone.ts';
import * as portal from './portal-profiles.ts';
import { checkClaim, showBoard } from './readiness.ts';
import { reportYear } from './report.ts';
import { writeReport } from './report-file.ts';
import { sendToInbox } from './return-to-inbox.ts';
import * as rules from './rule-pack.ts';
import * as updates from './rule-pack-update.ts';
import { addSample, removeSample } from './sample.ts';
import * as scan from './scan.ts';
import { about, counts } from './session.ts';
import { readSettings, saveSettings } from './settings.ts';
import * as standing from './standing-paper.ts';
import { listTrash, restoreTrash } from './trash.ts';
import { applyUndo } from './undo.ts';
import { checkVault } from './vault.ts';
import * as visit from './visit.ts';
import * as watch from './watch.ts';

export const handlers: Handlers = {
  'session.about': about,
  'session.counts': counts,
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
  'paper.to-inbox': sendToInbox,
  'paper.describe': paper.describePaper,
  'page.edit': pageEdit.editPage,
  'page.look': lookAtPage,
  'page.confirm': confirmPage,
  'page.corners': pageEdit.findCorners,

  'scan.add': scan.addScan,
  'scan.expand': scan.expandFolders,
  'scan.handed': scan.takeHanded,
  'scan.get': scan.findPlaces,

  'scan.look-alikes': listLookAlikes,
  'scan.to-compare': listScansToCompare,
  'scan.stop-comparing': stopComparing,
  'scan.compare-pages': comparePages,
  'scan.answer-look-alike': answerLookAlike,
  'attachment.move': moveAttachment,
  'attachment.remove': removeAttachment,
  'attachment.restore': restoreAttachment,

  'inbox.list': inbox.listInbox,
  'inbox.assign': inbox.assignInbox,
  'inbox.set-pages': inbox.setItemPages,
  'inbox.remove': inbox.removeInbox,
  'inbox.restore': inbox.restoreInbox,

  'trash.list': listTrash,
  'trash.restore': restoreTrash,

  'claim.list': claim.listClaims,
  'claim.get': claim.getClaim,
  'claim.create': claim.createClaim,
  'claim.save': claim.saveClaim,
  'claim.remove': claim.removeClaim,
  'claim.restore': claim.restoreClaim,
  'claim.plan': planClaim,
  'portal.list': portal.listProfiles,
  'portal.save': portal.saveProfile,
  'portal.remove': portal.removeProfile,

  'options.usual': options.readUsualOptions,
  'options.set-usual': options.saveUsualOptions,
  'claim.forget-options': options.forgetClaimOptions,
  'claim.options': options.readClaimOptions,
  'claim.pages': packetPages.listPages,
  'claim.order-pages': packetPages.orderPages,
  'claim.exclude-page': packetPages.excludePage,
  'claim.include-page': packetPages.includePage,
  'claim.set-options': options.saveClaimOptions,

  'filing.list': filing.listFilings,
  'filing.save': filing.saveFiling,
  'filing.remove': filing.removeFiling,
  'filing.restore': filing.restoreFiling,

  'approval.list': approval.listApprovals,
  'approval.save': approval.saveApproval,
  'approval.remove': approval.removeApproval,
  'approval.restore': approval.restoreApproval,

  'standing-paper.list': standing.listStandingPapers,
  'standing-paper.save': standing.saveStandingPaper,
  'standing-paper.assign': standing.assignStandingPaper,
  'standing-paper.remove': standing.removeStandingPaper,
  'standing-paper.restore': standing.restoreStandingPaper,

  'hospital.list': hospital.listHospitals,
  'hospital.match': hospital.matchHospital,
  'hospital.alike': hospital.listAlike,
  'hospital.save': hospital.saveHospital,
  'hospital.apart': hospital.setHospitalsApart,
  'hospital.merge': hospital.mergeHospitals,
  'hospital.remove': hospital.removeHospital,
  'hospital.restore': hospital.restoreHospital,

  'paper-facts.list': facts.listPaperFacts,
  'paper-facts.save': facts.savePaperFacts,
  'person-facts.get': facts.getPersonFacts,
  'person-facts.save': facts.savePersonFacts,
  'person-year.get': facts.getPersonYear,
  'person-year.save': facts.savePersonYear,
  'visit-facts.get': facts.getVisitFacts,
  'visit-facts.save': facts.saveVisitFacts,
  'invoice-facts.get': facts.getInvoiceFacts,
  'invoice-facts.save': facts.saveInvoiceFacts,

  'packet.keep': keepPacketFile,
  'claim.life': life.showLife,
  'claim-event.add': life.addEvent,
  'claim-event.remove': life.removeEvent,
  'claim-event.restore': life.restoreEvent,
  'claim.versions': life.listVersions,
  'claim.supplement': showSupplement,

  'report.year': reportYear,
  'report.file': writeReport,
  'person.export': exportPerson,
  'person.export-state': showExport,
  'person.export-cancel': cancelExport,

  'claim.readiness': checkClaim,
  'person.board': showBoard,
  'claim.estimate': estimateClaim,
  'deadlines.list': listDeadlines,
  'deadlines.calendar': writeDeadlines,
  'deadlines.notices': takeNotices,

  'rule-pack.list': rules.listPacks,
  'rule-pack.get': rules.getPack,
  'rule-pack.override': rules.overrideRule,
  'rule-pack.remove': rules.removeOverride,
  'rule-pack.restore': rules.restoreOverride,
  'rule-pack.export': rules.exportPack,
  'rule-pack.import': rules.importPack,
  'rule-pack.preview': rules.previewPack,
  'rule-pack.updates': updates.listUpdates,
  'rule-pack.accept': updates.acceptUpdates,
  'rule-pack.recall': updates.recallPacks,
  'phone.open': phone.open,
  'phone.state': phone.state,
  'phone.close': phone.close,
  'watch.get': watch.getWatch,
  'watch.set': watch.setWatchedFolder,
  'dialog.choose-folder': watch.chooseFolder,
};
