import { z } from 'zod'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { buildEvaluationSummary } from '../../core/paperwork/build-evaluation-summary.ts'
import type { writtenHeads } from '../../core/paperwork/evaluation-summary.ts'
import { formShape, formTemplate } from '../../core/paperwork/form-template.ts'
import { report } from '../../core/paperwork/report.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { newId } from '../access/accounts.ts'
import { checkTemplate } from '../paperwork/check-template.ts'
import { readDefaultTemplate } from '../paperwork/render-document.ts'
import { renderEvaluationSummary } from '../paperwork/render-evaluation-summary.ts'
import { answerFile, keepFile, readKeptFile } from './file-routes.ts'
import { gatherSummary } from './gather-summary.ts'
import type { House } from './house.ts'
import { actFor, lookAt } from './record-store.ts'
import { addStaffRoute, answerRefusal, sessionOf, type Mount } from './route.ts'

const language = z.enum(['zh-CN', 'en'])
const longText = z.string().max(8000)
const textsShape = z.strictObject({
  goalAttainment: longText,
  recruitment: longText,
  timeAndPlace: longText,
  content: longText,
  workerSkills: longText,
  memberChange: longText,
  difficulties: longText,
  budget: longText,
  satisfaction: longText,
  suggestions: longText,
  supervisorOpinion: longText,
} satisfies Record<(typeof writtenHeads)[number], z.ZodString>)

const askShape = z.strictObject({
  groupId: z.uuid(),
  beforeWaveId: z.uuid(),
  afterWaveId: z.uuid(),
  followUpWaveId: z.uuid().nullable(),
  options: z.strictObject({
    test: z.strictObject({
      kind: z.enum(['none', 'wilcoxon', 't', 'signFlip']),
      zeros: z.enum(['pratt', 'drop']),
    }),
    ownReliability: z.boolean(),
  }),
  scaleIds: z.array(z.string().max(120)).max(200).nullable(),
  texts: textsShape,
  language,
  templateId: z.uuid().nullable(),
})
type Ask = z.infer<typeof askShape>

async function templateBytes(
  house: House,
  actor: Actor,
  templateId: string | null,
): Promise<Outcome<Uint8Array | null>> {
  if (templateId === null) return done(null)
  const template = await lookAt(house, actor.agencyId, (look) => look.one(formTemplate, templateId))
  const file = template === null ? null : await readKeptFile(house, actor, template.fileId)
  return file === null ? refuse('NotFound') : done(file.bytes)
}

/** Makes the document, keeps it sealed with the group's key, and notes what it printed. */
async function makeSummary(
  house: House,
  actor: Actor,
  ask: Ask,
): Promise<Outcome<{ reportId: string; fileId: string }>> {
  const input = await gatherSummary(house, actor.agencyId, ask)
  if (!input.ok) return input
  const template = await templateBytes(house, actor, ask.templateId)
  if (!template.ok) return template
  const data = buildEvaluationSummary(input.value)
  const rendered = await renderEvaluationSummary({
    template: template.value,
    data,
    language: ask.language,
    fontCacheDir: house.cacheDir,
  })
  if (!rendered.ok) return rendered
  const name = `${data.head.groupCode}-${data.head.madeOn}.docx`
  const file = await keepFile(house, actor, {
    owner: `group:${ask.groupId}`,
    purpose: 'report',
    name,
    bytes: rendered.value,
    type: 'docx',
  })
  const reportId = newId()
  const [answer] = await actFor(house, actor.agencyId, actor.staffId, [
    {
      kind: report,
      recordId: reportId,
      verb: 'create',
      fields: fieldsAsJson({
        groupId: ask.groupId,
        form: 'evaluationSummary',
        madeOn: house.today(),
        templateId: ask.templateId,
        language: ask.language,
        fileId: file.id,
        digest: data.digest,
        numbers: data.numbers,
      }),
    },
  ])
  if (answer?.status === 'refused' || answer?.status === 'retry')
    return { ok: false, refusal: answer.refusal }
  return done({ reportId, fileId: file.id })
}

const templateAskShape = z.strictObject({
  fileId: z.uuid(),
  title: z.string().trim().min(1).max(120),
  form: formShape,
  language,
})
type TemplateAsk = z.infer<typeof templateAskShape>

const templateAnswerShape = z.object({
  templateId: z.uuid().nullable(),
  problems: z.array(
    z.object({
      id: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
})
type TemplateAnswer = z.infer<typeof templateAnswerShape>

async function takeTemplate(
  house: House,
  actor: Actor,
  body: TemplateAsk,
): Promise<Outcome<TemplateAnswer>> {
  const file = await readKeptFile(house, actor, body.fileId)
  if (file === null) return refuse('NotFound')
  const check = await checkTemplate(file.bytes)
  if (!check.ok) return check
  if (check.value.problems.length > 0)
    return done({ templateId: null, problems: [...check.value.problems] })
  const templateId = newId()
  const [answer] = await actFor(house, actor.agencyId, actor.staffId, [
    {
      kind: formTemplate,
      recordId: templateId,
      verb: 'create',
      fields: {
        form: body.form,
        title: body.title,
        fileId: body.fileId,
        language: body.language,
        uploadedOn: house.today(),
        fields: [...check.value.fields],
      },
    },
  ])
  if (answer?.status === 'refused' || answer?.status === 'retry')
    return { ok: false, refusal: answer.refusal }
  return done({ templateId, problems: [] })
}

function addTemplates(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/templates',
    summary:
      'Take an uploaded Word file into use as the agency’s own form; what is wrong in it is named',
    access: { action: 'manageTemplates', scope: () => 'agency' },
    body: templateAskShape,
    answer: templateAnswerShape,
    run: ({ house, actor }, body) => takeTemplate(house, actor, body),
  })
  mount.declared.push({
    method: 'get',
    path: '/api/templates/default/:language',
    action: 'readOwnAccount',
  })
  mount.app.get('/api/templates/default/:language', async (context) => {
    const session = await sessionOf(mount.house, context)
    const wanted = language.safeParse(context.req.param('language'))
    if (session === null || !wanted.success)
      return answerRefusal(context, {
        id: session === null ? 'SignInFirst' : 'NotFound',
        details: {},
      })
    const bytes = await readDefaultTemplate(wanted.data)
    return answerFile(context, {
      name: `kiteline-evaluation-summary.${wanted.data}.docx`,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes,
    })
  })
}

export function addPaperworkRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/reports/evaluation-summary',
    summary: 'The evaluation summary of a group as a Word document (form-F13)',
    access: { action: 'makeReport', scope: (body) => `group:${body.groupId}` },
    body: askShape,
    answer: z.object({ reportId: z.uuid(), fileId: z.uuid() }),
    run: ({ house, actor }, body) => makeSummary(house, actor, body),
  })
  addTemplates(mount)
}
