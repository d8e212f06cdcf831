import { z } from 'zod'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { buildEvaluationSummary } from '../../core/paperwork/build-evaluation-summary.ts'
import type { writtenHeads } from '../../core/paperwork/evaluation-summary.ts'
import { formShape, formTemplate, type Form } from '../../core/paperwork/form-template.ts'
import { report } from '../../core/paperwork/report.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { newId } from '../access/accounts.ts'
import { checkTemplate } from '../paperwork/check-template.ts'
import {
  defaultTemplateName,
  readDefaultTemplate,
  readFieldList,
} from '../paperwork/render-document.ts'
import { tryTemplate } from '../paperwork/try-template.ts'
import { answerFile, readKeptFile } from './file-routes.ts'
import { gatherSummary } from './gather-summary.ts'
import type { House } from './house.ts'
import { longText, madeShape, printReport, reportLanguage, type Made } from './print-report.ts'
import { actFor } from './record-store.ts'
import { addStaffRoute, answerRefusal, sessionOf, type Mount } from './route.ts'
import { addSurveyReportRoutes } from './survey-report-routes.ts'

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
  language: reportLanguage,
  templateId: z.uuid().nullable(),
})
type Ask = z.infer<typeof askShape>

/** Makes the document, keeps it sealed with the group's key, and notes what it printed. */
async function makeSummary(house: House, actor: Actor, ask: Ask): Promise<Outcome<Made>> {
  const input = await gatherSummary(house, actor, ask)
  if (!input.ok) return input
  const data = buildEvaluationSummary(input.value)
  const printed = await printReport(house, actor, {
    content: { form: 'evaluationSummary', data },
    templateId: ask.templateId,
    language: ask.language,
    owner: `group:${ask.groupId}`,
    name: `${data.head.groupCode}-${data.head.madeOn}.docx`,
  })
  if (!printed.ok) return printed
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
        fileId: printed.value,
        digest: data.digest,
        numbers: data.numbers,
      }),
    },
  ])
  if (answer?.status === 'refused' || answer?.status === 'retry')
    return { ok: false, refusal: answer.refusal }
  return done({ reportId, fileId: printed.value })
}

const templateAskShape = z.strictObject({
  fileId: z.uuid(),
  title: z.string().trim().min(1).max(120),
  form: formShape,
  language: reportLanguage,
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
  const check = await checkTemplate(file.bytes, body.form)
  if (!check.ok) return check
  if (check.value.problems.length > 0)
    return done({ templateId: null, problems: [...check.value.problems] })
  const unfillable = await tryTemplate(file.bytes, body.form)
  if (unfillable !== null) return done({ templateId: null, problems: [unfillable] })
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
  addShippedFile(mount, 'default', async (form, language) => ({
    name: `kiteline-${defaultTemplateName(form, language)}`,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: await readDefaultTemplate(form, language),
  }))
  addShippedFile(mount, 'fields', async (form, language) => ({
    name: `kiteline-${defaultTemplateName(form, language)}`.replace(/docx$/, 'txt'),
    type: 'text/plain',
    bytes: await readFieldList(form, language),
  }))
}

type Shipped = Parameters<typeof answerFile>[1]

/** What comes with Kiteline for every form: the form itself and the list of its fields. */
function addShippedFile(
  mount: Mount,
  what: 'default' | 'fields',
  read: (form: Form, language: 'zh-CN' | 'en') => Promise<Shipped>,
): void {
  const path = `/api/templates/${what}/:form/:language`
  mount.declared.push({ method: 'get', path, action: 'readOwnAccount' })
  mount.app.get(path, async (context) => {
    const session = await sessionOf(mount.house, context)
    const form = formShape.safeParse(context.req.param('form'))
    const language = reportLanguage.safeParse(context.req.param('language'))
    if (session === null || !form.success || !language.success)
      return answerRefusal(context, {
        id: session === null ? 'SignInFirst' : 'NotFound',
        details: {},
      })
    return answerFile(context, await read(form.data, language.data))
  })
}

export function addPaperworkRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/reports/evaluation-summary',
    summary: 'The evaluation summary of a group as a Word document (form-F13)',
    access: { action: 'makeReport', scope: (body) => `group:${body.groupId}` },
    body: askShape,
    answer: madeShape,
    run: ({ house, actor }, body) => makeSummary(house, actor, body),
  })
  addSurveyReportRoutes(mount)
  addTemplates(mount)
}
