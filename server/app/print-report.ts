// A report becomes a Word file on the agency's form and is kept: the same way for every form.
import { z } from 'zod'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import { formTemplate, type Form } from '../../core/paperwork/form-template.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { renderReport, type ReportContent } from '../paperwork/render-report.ts'
import { keepFile, readKeptFile } from './file-routes.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'

export const reportLanguage = z.enum(['zh-CN', 'en'])
export const longText = z.string().max(8000)
export const madeShape = z.object({ reportId: z.uuid(), fileId: z.uuid() })
export type Made = z.infer<typeof madeShape>

interface PrintJob {
  readonly content: ReportContent
  readonly templateId: string | null
  readonly language: 'zh-CN' | 'en'
  /** Whose key seals the file. */
  readonly owner: string
  readonly name: string
}

/** A template of another form has other fields: it is as little there as one that never was. */
async function templateBytes(
  house: House,
  actor: Actor,
  form: Form,
  templateId: string | null,
): Promise<Outcome<Uint8Array | null>> {
  if (templateId === null) return done(null)
  const template = await lookAt(house, actor.agencyId, (look) => look.one(formTemplate, templateId))
  if (template === null || template.form !== form) return refuse('NotFound')
  const file = await readKeptFile(house, actor, template.fileId)
  return file === null ? refuse('NotFound') : done(file.bytes)
}

/** The Word file, on the agency's own form or on the one that comes with Kiteline. */
export async function printContent(
  house: House,
  actor: Actor,
  { content, templateId, language }: Pick<PrintJob, 'content' | 'templateId' | 'language'>,
): Promise<Outcome<Uint8Array>> {
  const template = await templateBytes(house, actor, content.form, templateId)
  if (!template.ok) return template
  return renderReport({
    template: template.value,
    content,
    language,
    fontCacheDir: house.cacheDir,
  })
}

/** The id of the kept file. */
export async function printReport(
  house: House,
  actor: Actor,
  job: PrintJob,
): Promise<Outcome<string>> {
  const rendered = await printContent(house, actor, job)
  if (!rendered.ok) return rendered
  const { owner, name } = job
  const file = await keepFile(house, actor, {
    owner,
    purpose: 'report',
    name,
    bytes: rendered.value,
    type: 'docx',
  })
  return done(file.id)
}
