import { hideNames } from '../../families/hide-names.ts'
import { hiderOfWhereabouts } from '../../families/hide-whereabouts.ts'
import { sha256Hex } from '../../kit/ids.ts'
import { canonicalJson } from '../../kit/json.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import {
  byId,
  type PartSource,
  type PartWording,
  type TransferPart,
  type TransferRecords,
} from './part-source.ts'
import { type Transfer, transferWords } from './transfer-shape.ts'
import { writePlan, writeProfile } from './write-assessment.ts'
import { writeGround } from './write-ground.ts'
import { listContacts, writeBasics, writeFamily } from './write-people.ts'
import { writeContacts, writeScores } from './write-work.ts'

/** Stands in front of whatever was chosen. */
export const groundPart = 'ground'

/**
 * TRF-9: what the receiver will read, part by part and line by line, in the order in which people read it, and first of all on
 * what it rests (TRF-13). Quotes, facts of
 * contacts, risk and harms are never written; other children of the family stand as "another child" wherever they are named;
 * while somebody is kept away, no place and no number of anybody else stands in it (FAM-54).
 */
export function buildParts(
  its: Transfer,
  records: TransferRecords,
  wording: PartWording,
): readonly TransferPart[] {
  const subjects = byId(records.people).filter(({ id }) => its.subjectIds.includes(id))
  const isSubject = (id: string) => its.subjectIds.includes(id)
  const pairs = byId(records.pairs).filter(
    (one) => isSubject(one.childId) || isSubject(one.adultId),
  )
  const source: PartSource = { its, records, wording, subjects, pairs }
  const [hideChildren, hidePlaces] = [hiderOf(source), placesHider(records)]
  return [groundPart, ...its.parts.toSorted(inReadingOrder)].flatMap((part): TransferPart[] => {
    const written = writePart(part, source)
    if (written === null) return []
    const lines = written.lines.flatMap(({ label, words }) =>
      words.trim() === '' ? [] : [{ label, words: hidePlaces(hideChildren(words)) }],
    )
    return [{ part, title: written.title, lines }]
  })
}

function writePart(part: string, source: PartSource): Omit<TransferPart, 'part'> | null {
  const { translate } = source.wording
  const [name = '', id = ''] = part.split(':')
  const title = translate(`transfer:part.${name}`)
  switch (name) {
    case groundPart:
      return { title, lines: writeGround(source) }
    case 'basics':
      return { title, lines: writeBasics(source) }
    case 'family':
      return { title, lines: writeFamily(source) }
    case 'contacts':
      return { title, lines: writeContacts(source) }
    case 'scores':
      return { title, lines: writeScores(source) }
    case 'profile':
      return writeProfile(id, source)
    case 'plan':
      return writePlan(id, source)
    default:
      return null
  }
}

const order = ['basics', 'family', 'profile', 'plan', 'contacts', 'scores']

function inReadingOrder(left: string, right: string): number {
  const place = (part: string) => order.indexOf(part.split(':')[0] ?? '')
  return place(left) - place(right) || left.localeCompare(right)
}

/** FAM-54: for desk, page, paper and package alike, so that what was agreed to before somebody was kept away is asked for anew. */
export function placesHider(records: TransferRecords): (words: string) => string {
  const { family } = records
  const hide = family === null ? null : hiderOfWhereabouts({ ...records, family })
  return hide ?? ((words) => words)
}

/** Children whom the transfer is not about are not named in any part. */
function hiderOf({ records, its, wording }: PartSource): (words: string) => string {
  const others = records.people.filter(
    ({ id, role }) => role === 'child' && !its.subjectIds.includes(id),
  )
  const shown = wording.translate('transfer:otherChild')
  return (words) => hideNames(words, others, () => shown, { petNames: true })
}

/**
 * Of whatever a supervisor agrees to: the words about the transfer, every line that the receiver will read, before it is put into
 * a language, so that desk and server mean the same, and the people whom another Kiteline would take in.
 */
export function digestTransfer(its: Transfer, records: TransferRecords): string {
  const sorted = { ...its, subjectIds: its.subjectIds.toSorted(), parts: its.parts.toSorted() }
  const words = Object.fromEntries(transferWords.map((name) => [name, sorted[name]]))
  const translate: PartWording['translate'] = (key, values = {}) =>
    `${key} ${canonicalJson(fieldsAsJson(values))}`
  const parts = buildParts(its, records, { language: 'zh-CN', translate })
  const contacts = listContacts(its, records)
  return sha256Hex(canonicalJson(fieldsAsJson({ words, parts, contacts })))
}
