// Words about a family in what outlives it: they go with its file, also from what was sent; that it was written stays.
import { disclosure } from '../../core/access/accountability/disclosure.ts'
import {
  eraseDisclosureWords,
  eraseIncidentWords,
} from '../../core/access/accountability/erase-words.ts'
import { incident } from '../../core/access/accountability/incident.ts'
import { approval } from '../../core/access/approval.ts'
import { caseFile } from '../../core/casework/case-file.ts'
import {
  eraseQuestionWords,
  eraseSupervisionWords,
} from '../../core/casework/supervision/erase-supervision-words.ts'
import { supervisionQuestion } from '../../core/casework/supervision/supervision-question.ts'
import { supervisionRecord } from '../../core/casework/supervision/supervision-record.ts'
import { family } from '../../core/families/family.ts'
import { hideNames } from '../../core/families/hide-names.ts'
import { person } from '../../core/families/person.ts'
import { eraseAction } from '../../core/families/refuse-erasing.ts'
import type { Day } from '../../core/kit/dates.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import type { JsonObject } from '../../core/kit/json.ts'
import { wordPattern } from '../../core/kit/word-pattern.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { Kind } from '../../core/sync/kind.ts'
import { tableOf } from '../database/kind-tables.ts'
import type { Transaction } from '../database/sql.ts'
import { takeLocks } from '../records/prepare-batch.ts'
import type { UnitOfWork } from '../records/unit-of-work.ts'

/** Stands where somebody of the family was named in a text that is about others too. */
const hidden = '×××'

interface Gone {
  readonly familyId: string
  readonly ids: ReadonlySet<string>
  readonly hide: (text: string) => string
  readonly on: Day
}

/**
 * FAM-64, ACC-42: blanks the family in approvals, incidents, requests from outside and supervision. The caller's transaction holds the
 * agency's lock and has not yet removed the family. Answers in how many records.
 */
export async function silenceElsewhere(
  transaction: Transaction,
  openPort: () => UnitOfWork,
  familyId: string,
  on: Day,
): Promise<number> {
  const look = openPort()
  const gone = await describeGone(look, familyId, on)
  const found = await findTouched(transaction, look, gone)
  // Found before it was locked, and read again now that nobody else writes it.
  await takeLocks(
    transaction,
    found.map(({ scope }) => scope),
  )
  const port = openPort()
  const touched = await findTouched(transaction, port, gone)
  for (const entry of touched) port.put(entry)
  await port.flush()
  await forgetChanges(
    transaction,
    touched.map(({ id }) => id),
  )
  return touched.filter(({ kind }) => kind !== approval.name).length
}

/** Names, numbers and the file's own, in every spelling that is looked for before a report leaves the house. */
async function describeGone(port: UnitOfWork, familyId: string, on: Day): Promise<Gone> {
  const file = await port.entry(family, familyId)
  const people = (await port.find({ kind: person.name, where: { familyId } })).map((entry) =>
    person.read(entry.fields),
  )
  const cases = await port.find({ kind: caseFile.name, where: { familyId } })
  const signs = [
    ...(file === null ? [] : [family.read(file.fields).code]),
    ...people.map(({ phone }) => phone.trim()),
  ].filter((sign) => sign.length > 1)
  const pattern = new RegExp(signs.map((sign) => wordPattern(sign)).join('|'), 'giu')
  const unsigned = (words: string) =>
    signs.length === 0 ? words : words.replaceAll(pattern, hidden)
  return {
    familyId,
    ids: new Set([familyId, ...cases.map(({ id }) => id)]),
    hide: (words) => hideNames(unsigned(words), people, () => hidden, { petNames: true }),
    on,
  }
}

const looked: readonly {
  readonly kind: Kind
  /** Where what it is about lies open; of the others all are opened. */
  readonly column?: string
  readonly erase: (fields: JsonObject, gone: Gone) => object | null
}[] = [
  { kind: approval, column: 'subjectId', erase: eraseApprovalWords },
  { kind: incident, erase: (fields, gone) => eraseIncidentWords(incident.read(fields), gone) },
  {
    kind: disclosure,
    erase: (fields, gone) => eraseDisclosureWords(disclosure.read(fields), gone),
  },
  {
    kind: supervisionRecord,
    erase: (fields, gone) => eraseSupervisionWords(supervisionRecord.read(fields), gone),
  },
  {
    kind: supervisionQuestion,
    erase: (fields, gone) => eraseQuestionWords(supervisionQuestion.read(fields), gone),
  },
]

/** What was written with requests about the family goes; that they were made, by whom, and on which ground it was erased stays. */
function eraseApprovalWords(fields: JsonObject, { familyId }: Gone): object | null {
  const its = approval.read(fields)
  if (its.subjectId !== familyId) return null
  return { ...its, answer: '', reason: its.action === eraseAction ? its.reason : '' }
}

/** Removed records hold their words as well. */
async function findTouched(
  transaction: Transaction,
  port: UnitOfWork,
  gone: Gone,
): Promise<readonly Entry[]> {
  const touched: Entry[] = []
  for (const { kind, column, erase } of looked) {
    const entries =
      column === undefined
        ? await openAll(transaction, port, kind)
        : await port.find({ kind: kind.name, where: { [column]: gone.familyId } })
    for (const entry of entries) {
      const left = erase(entry.fields, gone)
      if (left === null) continue
      const { version } = entry
      // Words that somebody else offered for the same record go too.
      touched.push({ ...entry, version: version + 1, fields: fieldsAsJson(left), conflicts: [] })
    }
  }
  return touched
}

async function openAll(
  { agencyId, rows }: Transaction,
  port: UnitOfWork,
  kind: Kind,
): Promise<readonly Entry[]> {
  const stored = await rows<{ id: string }>(
    `select id from ${tableOf(kind.name)} where agency_id = $1 order by id`,
    [agencyId],
  )
  await port.loadTogether(stored.map(({ id }) => ({ kind, id })))
  const entries = await Promise.all(stored.map(({ id }) => port.entry(kind, id)))
  return entries.filter((entry) => entry !== null)
}

/** What was sent holds the words too. */
async function forgetChanges(
  { agencyId, rows }: Transaction,
  recordIds: readonly string[],
): Promise<void> {
  await rows(
    "update change_log set payload = '', payload_hash = '' where agency_id = $1 and record_id = any($2::uuid[]) and status <> 'held'",
    [agencyId, recordIds],
  )
}
