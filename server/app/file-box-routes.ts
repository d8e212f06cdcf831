// The file box of a group: one archive, made by a person who has said the password once more, kept sealed, and logged.
import { z } from 'zod'
import { agency } from '../../core/access/agency.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import { buildFileBox } from '../../core/paperwork/file-box/build-file-box.ts'
import { audiences, type FileBox } from '../../core/paperwork/file-box/file-box.ts'
import type { FileBoxInput } from '../../core/paperwork/file-box/file-box-input.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { confirmPassword } from '../access/confirm-password.ts'
import { transact } from '../database/transact.ts'
import { renderFileBox } from '../paperwork/file-box/render-file-box.ts'
import { keepFile, readKeptFile } from './file-routes.ts'
import { gatherFileBox } from './gather-file-box.ts'
import type { House } from './house.ts'
import { reportLanguage } from './print-report.ts'
import { createRateLimit } from './rate.ts'
import { lookAt } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'

const askShape = z.strictObject({
  groupId: z.uuid(),
  audience: z.enum(audiences),
  language: reportLanguage,
  /** Not asked for in a sample agency: nobody there has one, and nobody there exists. */
  password: z.string().max(600),
})
type Ask = z.infer<typeof askShape>

const madeShape = z.object({ fileId: z.uuid(), size: z.number() })
type Made = z.infer<typeof madeShape>

const boxesPerMinute = 6

async function confirmPerson(house: House, actor: Actor, password: string): Promise<Outcome<null>> {
  const home = await lookAt(house, actor.agencyId, (look) => look.one(agency, actor.agencyId))
  return home?.sample === true ? done(null) : confirmPassword(house, actor, password)
}

async function makeFileBox(house: House, actor: Actor, ask: Ask): Promise<Outcome<Made>> {
  const confirmed = await confirmPerson(house, actor, ask.password)
  if (!confirmed.ok) return confirmed
  const input = await gatherFileBox(house, actor, ask)
  if (!input.ok) return input
  const box = buildFileBox(input.value)
  const packed = await renderFileBox({
    box,
    reports: await readReports(house, actor, box),
    madeAt: `${input.value.madeOn}T12:00:00`,
  })
  if (!packed.ok) return packed
  const kept = await keepFile(house, actor, {
    owner: `group:${ask.groupId}`,
    purpose: 'fileBox',
    name: `${box.name}.zip`,
    bytes: packed.value,
    type: 'zip',
  })
  await noteExport(house, actor, ask, input.value, kept.id)
  return done({ fileId: kept.id, size: kept.size })
}

async function readReports(
  house: House,
  actor: Actor,
  { parts }: FileBox,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const ids = parts
    .flatMap(({ files }) => files)
    .flatMap(({ content }) => (content.type === 'keptReport' ? [content.fileId] : []))
  const files = await Promise.all(
    ids.map(async (id) => [id, await readKeptFile(house, actor, id)] as const),
  )
  return new Map(files.flatMap(([id, file]) => (file === null ? [] : [[id, file.bytes] as const])))
}

/** R59: who took what out, for whom; and that every family's file was read for it. */
async function noteExport(
  house: House,
  actor: Actor,
  ask: Ask,
  { families, people }: FileBoxInput,
  fileId: string,
): Promise<void> {
  await transact(house.pool, actor.agencyId, async ({ rows }) => {
    await rows(
      "insert into audit (agency_id, actor_id, action, record_id, scope, detail) values ($1, $2, 'export.fileBox', $3, $4, jsonb_build_object('audience', $5::text, 'families', $6::int, 'people', $7::int))",
      [
        actor.agencyId,
        actor.staffId,
        fileId,
        `group:${ask.groupId}`,
        ask.audience,
        families.length,
        people.length,
      ],
    )
    await rows(
      "insert into audit (agency_id, actor_id, action, scope) select $1, $2, 'read.fileBox', 'family:' || id from unnest($3::text[]) as id",
      [actor.agencyId, actor.staffId, families.map(({ id }) => id)],
    )
  })
}

export function addFileBoxRoutes(mount: Mount): void {
  const tries = createRateLimit(boxesPerMinute, () => Date.parse(mount.house.now()))
  addStaffRoute(mount, {
    path: '/api/file-box',
    summary: 'The numbered file box of a group for evaluators: one archive with an index, by code',
    access: { action: 'makeFileBox', scope: (body) => `group:${body.groupId}` },
    body: askShape,
    answer: madeShape,
    run: async ({ house, actor }, body) => {
      const seconds = tries.take(actor.staffId)
      return seconds > 0 ? refuse('TooManyTries', { seconds }) : makeFileBox(house, actor, body)
    },
  })
}
