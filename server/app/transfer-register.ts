// The register of transfers (P08): what is on record, and of families that were frozen or erased a line without names.
import { z } from 'zod'
import { refuseAction } from '../../core/access/standing.ts'
import { transfer } from '../../core/casework/transfer/transfer.ts'
import {
  stateWordOf,
  type TransferEntry,
  transferShape,
  transferStates,
} from '../../core/casework/transfer/transfer-shape.ts'
import { family } from '../../core/families/family.ts'
import { type CsvCell, writeGuardedCsv } from '../../core/inquiry/guarded-csv.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Words } from '../kit/texts.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { selectOpen } from '../records/open-fields.ts'
import { standingOf } from '../records/standing-of.ts'
import type { UnitOfWork } from '../records/unit-of-work.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'

export const registerAnswer = z.object({ name: z.string(), csv: z.string(), rows: z.number() })

const columns = [
  'family',
  'what',
  'receiver',
  'place',
  'parts',
  'ground',
  'drafted',
  'approved',
  'handed',
  'answer',
  'revoked',
  'completed',
  'state',
] as const

interface Line extends Pick<TransferEntry, 'what' | 'ground' | 'parts' | 'state'> {
  readonly family: string
  readonly receiver: string
  readonly place: string
  readonly answer: TransferEntry['answer']
  readonly draftedOn: string
  readonly approvedOn: string | null
  readonly handedOn: string | null
  readonly channel: TransferEntry['channel']
  readonly answeredOn: string | null
  readonly revokedOn: string | null
  readonly completedOn: string | null
}

/** TRF-12: to whom, what, on which ground, when: nobody's name; the family by its code, of a frozen or erased one without it. Taking it out is on record. */
export async function writeTransferRegister(
  house: House,
  actor: Actor,
  language: 'zh-CN' | 'en',
): Promise<z.infer<typeof registerAnswer>> {
  const words = house.words(language)
  // Whoever is kept out of a family by name does not read it here either.
  const standing = await transact(house.pool, actor.agencyId, (transaction) =>
    standingOf(transaction, house.keyRing, actor),
  )
  const live = await lookAt(house, actor.agencyId, async (look) => {
    const all = (await look.every(transfer, 'state', transferStates)).filter(
      ({ familyId }) => refuseAction(standing, 'handOverTransfer', `family:${familyId}`) === null,
    )
    const familyIds = [...new Set(all.map(({ familyId }) => familyId))]
    const families = await look.every(family, 'id', familyIds)
    const codes = new Map(families.map(({ id, code }) => [id, code]))
    return all.map((its) => ({
      ...its,
      family: codes.get(its.familyId) ?? '',
      receiver: its.receiverOrg,
      place: its.receiverPlace,
    }))
  })
  const away = await transact(house.pool, actor.agencyId, async ({ rows }) => {
    const frozen = await rows<{ body: unknown }>(
      `select body from ${selectOpen(transfer.name)} where frozen`,
      [actor.agencyId],
    )
    const kept = await rows<{ line: unknown }>(
      'select to_jsonb(transfer_skeleton) as line from transfer_skeleton where agency_id = $1',
      [actor.agencyId],
    )
    await rows(
      "insert into audit (agency_id, actor_id, action, scope, detail) values ($1, $2, 'export.transferRegister', 'agency', jsonb_build_object('rows', $3::int))",
      [actor.agencyId, actor.staffId, kept.length + frozen.length + live.length],
    )
    return [
      ...frozen.map(({ body }) => ({
        ...openShape.parse(body),
        ...{ family: words('transfer:register.frozen'), receiver: '', place: '' },
      })),
      ...kept.map(({ line }) => lineOf(line, words('transfer:register.erased'))),
    ]
  })
  const lines = [...live, ...away].toSorted((left, right) =>
    left.draftedOn.localeCompare(right.draftedOn),
  )
  const head = columns.map((column) => words(`transfer:register.${column}`))
  return {
    name: `${words('transfer:listTitle')}-${house.today()}.csv`,
    csv: writeGuardedCsv([head, ...lines.map((line) => writeLine(line, words))]),
    rows: lines.length,
  }
}

function writeLine(line: Line, words: Words): readonly CsvCell[] {
  const handed = [
    line.handedOn ?? '',
    line.channel === null ? '' : words(`transfer:channel.${line.channel}`),
  ]
  const answered = [
    line.answeredOn ?? '',
    line.answer === null ? '' : words(`transfer:answer.${line.answer}`),
  ]
  return [
    line.family,
    words(`transfer:what.${line.what}`),
    line.receiver,
    line.place,
    line.parts.map((part) => words(`transfer:part.${part.split(':')[0] ?? ''}`)).join('; '),
    words(`transfer:ground.${line.ground}`),
    line.draftedOn,
    line.approvedOn,
    handed.join(' ').trim(),
    answered.join(' ').trim(),
    line.revokedOn,
    line.completedOn,
    words(`transfer:state.${stateWordOf(line)}`),
  ]
}

/** What a frozen transfer says without its key: nobody's name and no word. */
const openShape = transferShape
  .pick({
    ...{ what: true, ground: true, parts: true, state: true, channel: true, draftedOn: true },
    ...{
      answer: true,
      approvedOn: true,
      handedOn: true,
      answeredOn: true,
      revokedOn: true,
      completedOn: true,
    },
  })
  .strip()

const day = z.string().nullable()
const skeletonShape = z.object({
  what: z.enum(['wholeCase', 'service']),
  ground: z.enum(['consent', 'override']),
  parts: z.array(z.string()),
  state: z.enum(transferStates),
  drafted_on: z.string(),
  approved_on: day,
  handed_on: day,
  channel: z.enum(['paper', 'link']).nullable(),
  answered_on: day,
  answer: z.enum(['accepted', 'declined']).nullable(),
  revoked_on: day,
  completed_on: day,
})

function lineOf(line: unknown, name: string): Line {
  const its = skeletonShape.parse(line)
  const { what, ground, parts, state, channel } = its
  return {
    ...{
      family: name,
      receiver: '',
      place: '',
      answer: its.answer,
      what,
      ground,
      parts,
      state,
      channel,
    },
    ...{ draftedOn: its.drafted_on, approvedOn: its.approved_on, handedOn: its.handed_on },
    ...{ answeredOn: its.answered_on, revokedOn: its.revoked_on, completedOn: its.completed_on },
  }
}

/** TRF-12: called where a family is erased, in the same transaction: what stays says that it happened, not to whom. */
export async function keepTransferSkeletons(
  { agencyId, rows }: Transaction,
  port: UnitOfWork,
  familyId: string,
  today: string,
): Promise<void> {
  const entries = await port.find({ kind: transfer.name, where: { familyId } })
  for (const entry of entries) {
    const its = transfer.read(entry.fields)
    await rows(
      `insert into transfer_skeleton (agency_id, transfer_id, what, ground, parts, state, drafted_on, approved_on, handed_on, channel, answered_on, revoked_on, completed_on, erased_on, answer)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing`,
      [
        ...[agencyId, entry.id, its.what, its.ground, its.parts.map(withoutId), its.state],
        ...[its.draftedOn, its.approvedOn, its.handedOn, its.channel, its.answeredOn],
        ...[its.revokedOn, its.completedOn, today, its.answer],
      ],
    )
  }
}

/** Which plan it was points at nobody any more. */
function withoutId(part: string): string {
  return part.split(':')[0] ?? part
}
