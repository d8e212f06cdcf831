// One case on a small invented family, for rule tests.
import { staff } from '../../access/staff.ts'
import { goal } from '../../assessment/goals/goal.ts'
import { consent } from '../../families/consent.ts'
import {
  context,
  decided,
  foundWith,
  idOf,
  ids,
  pairWith,
  somebody,
  theChild,
  today,
} from '../../families/cases/family-world.ts'
import { pair } from '../../families/pair.ts'
import { person } from '../../families/person.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import type { Entry } from '../../sync/entry.ts'
import type { Kind } from '../../sync/kind.ts'
import { caseContact, type CaseContact, type CaseContactEntry } from '../case-contact.ts'
import { caseFile } from '../case-file.ts'
import { caseFollowUp, type CaseFollowUp, type CaseFollowUpEntry } from '../case-follow-up.ts'
import type { CaseFile, CaseFileEntry } from '../case-shape.ts'

export const caseId = idOf(900)
export const mother = pairWith(ids.mother, 'mother')
export const family = [
  [consent, decided({ purpose: 'service' })],
  [pair, mother],
  [person, theChild()],
  [person, somebody(ids.mother)],
] as const

export const aGoal = {
  ...goal.read(fieldsAsJson({ familyId: ids.family, text: '每周通话两次', setOn: '2026-03-01' })),
  id: idOf(930),
}

export function caseWith(changes: Partial<CaseFile> = {}): CaseFileEntry {
  const fields = {
    familyId: ids.family,
    pairId: mother.id,
    openedOn: '2026-02-01',
    openedById: ids.staff,
    workerId: ids.staff,
    problem: 'They hardly talk',
    urgency: 'none',
    ...changes,
  }
  return { ...caseFile.read(fieldsAsJson(fields)), id: caseId }
}

export const taken = {
  decision: 'accept',
  decidedOn: '2026-02-02',
  decidedById: ids.staff,
  decisionReason: 'Wanted by both',
} as const

export function contactWith(changes: Partial<CaseContact> = {}): CaseContactEntry {
  const fields = {
    familyId: ids.family,
    caseId,
    workerId: ids.staff,
    on: '2026-03-05',
    mode: 'phone',
    facts: 'Silent for about two minutes',
    noGoal: true,
    writtenOn: '2026-03-05',
    ...changes,
  }
  return { ...caseContact.read(fieldsAsJson(fields)), id: idOf(910) }
}

export function followUpWith(changes: Partial<CaseFollowUp> = {}): CaseFollowUpEntry {
  const fields = { familyId: ids.family, caseId, plannedOn: today, ...changes }
  return { ...caseFollowUp.read(fieldsAsJson(fields)), id: idOf(920) }
}

export function colleague(number: number, roles: readonly string[]) {
  const fields = { name: 'Colleague', roles, state: 'active' }
  return { ...staff.read(fieldsAsJson(fields)), id: idOf(number) }
}

type Records = Parameters<typeof foundWith>[0]

/** The refusal's id of a named verb, or the fields that it changes. */
export function sayOf(
  kind: Kind,
  record: object,
  verb: string,
  input: object,
  records: Records = family,
  trail: Entry['trail'] = [],
) {
  const { id: _id, ...fields } = { id: '', ...record }
  const setting = { ...context, recordId: caseId, trail }
  const outcome = kind.verbs[verb]?.run(
    fieldsAsJson(fields),
    fieldsAsJson(input),
    foundWith(records),
    setting,
  )
  return outcome?.ok === true ? outcome.value : (outcome?.refusal.id ?? 'no such verb')
}
