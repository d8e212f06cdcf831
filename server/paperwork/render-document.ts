import { readFile } from 'node:fs/promises'
import type { Refusal } from '../../core/kit/outcome.ts'
import type { FieldValues } from '../../core/paperwork/field-values.ts'
import { fillFields } from '../../core/paperwork/fill-fields.ts'
import type { Form } from '../../core/paperwork/form-template.ts'
import { fillSurveyFields } from '../../core/paperwork/survey/fill-survey-fields.ts'
import type { ReportContent, RenderRequest } from './render-report.ts'
import { checkTemplate } from './check-template.ts'
import { drawChart, findUndrawable } from './draw-chart.ts'
import { fillTemplate } from './fill-template.ts'
import { prepareFonts } from './prepare-fonts.ts'

export type RenderTask = RenderRequest

export type RenderAnswer =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly refusal: Refusal }

/** 14 cm at 96 dots per inch: the text width of an A4 page with ordinary margins, less a little. */
const pictureWidth = 529

/** All the work of one report, in the thread that calls it. */
export async function renderDocument(task: RenderTask): Promise<RenderAnswer> {
  const { content, language } = task
  const template = task.template ?? (await readDefaultTemplate(content.form, language))
  const check = await checkTemplate(template, content.form)
  if (!check.ok) return check
  const problem = check.value.problems[0]
  if (problem !== undefined) return { ok: false, refusal: problem }
  const fonts = await prepareFonts(task.fontCacheDir)
  const bytes = await fillTemplate(
    template,
    fill(content, check.value.fields),
    { title: titleOf(content), pictureWidth, undrawable: content.data.words.undrawable },
    {
      draw: ({ chart }) => drawChart(chart, fonts),
      findUndrawable: ({ chart }) => findUndrawable(chart, fonts),
    },
  )
  return { ok: true, bytes: new Uint8Array(bytes) }
}

function fill(content: ReportContent, used: readonly string[]): FieldValues {
  switch (content.form) {
    case 'evaluationSummary':
      return fillFields(content.data, used)
    case 'surveyReport':
      return fillSurveyFields(content.data, used)
  }
}

function titleOf(content: ReportContent): string {
  switch (content.form) {
    case 'evaluationSummary':
      return `${content.data.head.groupTitle} ${content.data.head.groupCode}`
    case 'surveyReport':
      return content.data.head.surveyTitle
  }
}

const fileNames: Readonly<Record<Form, string>> = {
  evaluationSummary: 'evaluation-summary',
  surveyReport: 'survey-report',
}

export function defaultTemplateName(form: Form, language: 'zh-CN' | 'en'): string {
  return `${fileNames[form]}.${language}.docx`
}

/** The form that comes with Kiteline; an agency may take it as the start of its own. */
export async function readDefaultTemplate(
  form: Form,
  language: 'zh-CN' | 'en',
): Promise<Uint8Array> {
  const name = defaultTemplateName(form, language)
  const place = new URL(`../../content/forms/${name}`, import.meta.url)
  return new Uint8Array(await readFile(place))
}
