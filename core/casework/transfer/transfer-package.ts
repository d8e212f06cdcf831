import { z } from 'zod'
import { personRoles, sexes } from '../../families/person-shape.ts'
import { pairRelations } from '../../families/pair.ts'
import { dayShape } from '../../kit/dates.ts'
import { placesHider } from './build-parts.ts'
import type { TransferPart, TransferRecords } from './part-source.ts'
import { listContacts } from './write-people.ts'
import { type TransferEntry, transferWhats } from './transfer-shape.ts'

const words = z.string().max(8000)
const line = z.string().max(400)

/**
 * What leaves the house: readable by a person line by line, and by another Kiteline as far as contact data go. Strict and
 * bounded, for the side that takes it in has no reason to trust it.
 */
export const transferPackageShape = z.strictObject({
  format: z.literal('kiteline-transfer'),
  version: z.literal(1),
  transferId: z.uuid(),
  agencyId: z.uuid(),
  agencyName: line,
  worker: line,
  workerPhone: z.string().max(40),
  /** Where the agency is reached, and where to complain about it: whoever holds the package can ask back. */
  agencyPhone: z.string().max(80).default(''),
  agencyAddress: line.default(''),
  complaintsTo: line.default(''),
  handedOn: dayShape,
  language: z.enum(['zh-CN', 'en']),
  what: z.enum(transferWhats),
  receiverOrg: line,
  receiverPerson: line,
  reason: words,
  problem: words,
  workDone: words,
  expectation: words,
  purpose: words,
  ground: z.enum(['consent', 'override']),
  parts: z
    .array(
      z.strictObject({
        part: z.string().max(80),
        title: line,
        lines: z.array(z.strictObject({ label: line, words: z.string().max(20_000) })).max(500),
      }),
    )
    .max(40),
  /** Contact data alone (FAM-4), and only where the part with them was chosen. */
  people: z
    .array(
      z.strictObject({
        key: z.string().regex(/^p\d{1,2}$/),
        name: z.string().trim().min(1).max(80),
        role: z.enum(personRoles),
        sex: z.enum(sexes),
        bornOn: dayShape.nullable(),
        phone: z.string().max(40),
      }),
    )
    .max(30),
  pairs: z
    .array(
      z.strictObject({
        child: z.string().max(4),
        adult: z.string().max(4),
        relation: z.enum(pairRelations),
      }),
    )
    .max(60),
})
export type TransferPackage = z.infer<typeof transferPackageShape>

interface Sender {
  readonly agencyId: string
  readonly agencyName: string
  readonly worker: string
  readonly workerPhone: string
  readonly agencyPhone: string
  readonly agencyAddress: string
  readonly complaintsTo: string
  readonly handedOn: string
}

/** TRF-9: the approved words and parts, and of the people what stands of them in a chosen part's lines. */
export function buildPackage(
  its: TransferEntry,
  parts: readonly TransferPart[],
  records: TransferRecords,
  sender: Sender,
): TransferPackage {
  const { id: transferId, language, what, receiverOrg, receiverPerson, ground } = its
  const { reason, problem, workDone, expectation, purpose } = its
  const content: TransferPackage = {
    ...{ format: 'kiteline-transfer', version: 1, transferId, ...sender, language, what },
    ...{ receiverOrg, receiverPerson, reason, problem, workDone, expectation, purpose, ground },
    parts: parts.map(({ part, title, lines }) => ({ part, title, lines: [...lines] })),
    ...listContacts(its, records),
  }
  return hideInPackage(content, placesHider(records))
}

/** FAM-54: also what was packed before somebody was kept away; whom it is addressed to stays. */
export function hideInPackage(
  content: TransferPackage,
  hide: (words: string) => string,
): TransferPackage {
  const { reason, problem, workDone, expectation, purpose, parts, people } = content
  return {
    ...content,
    ...{ reason: hide(reason), problem: hide(problem), workDone: hide(workDone) },
    ...{ expectation: hide(expectation), purpose: hide(purpose) },
    parts: parts.map(({ lines, ...part }) => ({
      ...part,
      lines: lines.map(({ label, words: said }) => ({ label, words: hide(said) })),
    })),
    people: people.map((one) => ({
      ...one,
      phone: hide(one.phone) === one.phone ? one.phone : '',
    })),
  }
}
