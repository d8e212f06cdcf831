// A working paper on its way out of the house: made on the agency's form, noted, handed over, and not kept.
import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { agency } from '../../core/access/agency.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { BlankTransferInput } from '../../core/paperwork/papers/casework/transfer-form.ts'
import type { Paper } from '../../core/paperwork/papers/paper-forms.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'
import { longText, printContent, reportLanguage } from './print-report.ts'

const texts = z
  .record(z.string().regex(/^[a-zA-Z]{1,40}$/), longText)
  .refine((all) => Object.keys(all).length <= 20)
/** What every paper is asked for with. */
export const commonAsk = { texts, language: reportLanguage, templateId: z.uuid().nullable() }
export const paperShape = z.object({ name: z.string(), word: z.base64() })
export type Handed = z.infer<typeof paperShape>

interface Handing {
  readonly paper: Paper
  readonly scope: string
  readonly templateId: string | null
  readonly language: 'zh-CN' | 'en'
}

/** R59: who took which paper out of which group or family's file. */
export async function handOver(
  house: House,
  actor: Actor,
  { paper, scope, templateId, language }: Handing,
): Promise<Outcome<Handed>> {
  const content = { form: paper.form, data: paper }
  const printed = await printContent(house, actor, { content, templateId, language })
  if (!printed.ok) return printed
  await transact(house.pool, actor.agencyId, ({ rows }) =>
    rows(
      "insert into audit (agency_id, actor_id, action, scope, detail) values ($1, $2, 'export.paper', $3, jsonb_build_object('form', $4::text))",
      [actor.agencyId, actor.staffId, scope, paper.form],
    ),
  )
  const name = paper.title.replaceAll(/[\\/:*?"<>|\s]+/g, '-').slice(0, 80)
  return done({ name: `${name}.docx`, word: Buffer.from(printed.value).toString('base64') })
}

/** PAP-28: a form of the agency with nobody on it, for whoever works here. */
export async function handOverBlank(
  house: House,
  actor: Actor,
  { language, templateId }: Pick<Handing, 'language' | 'templateId'>,
  build: (input: BlankTransferInput) => Paper,
): Promise<Outcome<Handed>> {
  const home = await lookAt(house, actor.agencyId, (look) => look.one(agency, actor.agencyId))
  if (home === null) return refuse('NotFound')
  const paper = build({
    ...{ agency: home, madeOn: house.today(), madeBy: '' },
    wording: { language, translate: house.words(language) },
  })
  return handOver(house, actor, { paper, scope: 'agency', templateId, language })
}

/** Opening a family's file for a paper is noted with that family. */
export async function noteReading(
  house: House,
  actor: Actor,
  form: Paper['form'] | 'surveyReport',
  familyIds: readonly string[],
): Promise<void> {
  await transact(house.pool, actor.agencyId, ({ rows }) =>
    rows(
      "insert into audit (agency_id, actor_id, action, scope, detail) select $1, $2, 'read.paper', 'family:' || id, jsonb_build_object('form', $3::text) from unnest($4::text[]) as id",
      [actor.agencyId, actor.staffId, form, familyIds],
    ),
  )
}
