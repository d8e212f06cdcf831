import { readFile } from 'node:fs/promises'
import type { Refusal } from '../../core/kit/outcome.ts'
import { withBothNames, type FieldValues } from '../../core/paperwork/field-values.ts'
import { fillFields } from '../../core/paperwork/fill-fields.ts'
import { fieldsOfForm } from '../../core/paperwork/form-fields.ts'
import type { Form } from '../../core/paperwork/form-template.ts'
import { fillSurveyFields } from '../../core/paperwork/survey/fill-survey-fields.ts'
import type { ReportContent, RenderRequest } from './render-report.ts'
import { checkTemplate } from './check-template.ts'
import { drawChart, drawDrawing, findUndrawable } from './draw-chart.ts'
import { fillTemplate, type DocumentLook, type Drawing } from './fill-template.ts'
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
  const bytes = await fillTemplate(
    template,
    fill(content, check.value.fields),
    lookOf(content),
    printsPicture(content.form, check.value.fields)
      ? await drawingWith(task.fontCacheDir)
      : noDrawing,
  )
  return { ok: true, bytes: new Uint8Array(bytes) }
}

async function drawingWith(fontCacheDir: string): Promise<Drawing> {
  const fonts = await prepareFonts(fontCacheDir)
  return {
    draw: (picture) =>
      'chart' in picture ? drawChart(picture.chart, fonts) : drawDrawing(picture.drawing, fonts),
    findUndrawable: (picture) =>
      findUndrawable('chart' in picture ? picture.chart : picture.drawing, fonts),
  }
}

/** Most papers print no chart, so no font is unpacked for them. */
const noDrawing: Drawing = {
  draw() {
    throw new Error('a template without pictures was given one')
  },
  findUndrawable: () => [],
}

function printsPicture(form: Form, used: readonly string[]): boolean {
  return fieldsOfForm(form).some(({ id, kind }) => kind === 'picture' && used.includes(id))
}

function fill(content: ReportContent, used: readonly string[]): FieldValues {
  switch (content.form) {
    case 'evaluationSummary':
      return fillFields(content.data, used)
    case 'surveyReport':
      return fillSurveyFields(content.data, used)
    default:
      return withBothNames(content.data.values, fieldsOfForm(content.form))
  }
}

function lookOf(content: ReportContent): DocumentLook {
  switch (content.form) {
    case 'evaluationSummary': {
      const { head, words } = content.data
      return {
        title: `${head.groupTitle} ${head.groupCode}`,
        pictureWidth,
        undrawable: words.undrawable,
      }
    }
    case 'surveyReport': {
      const { head, words } = content.data
      return { title: head.surveyTitle, pictureWidth, undrawable: words.undrawable }
    }
    default:
      return { title: content.data.title, pictureWidth, undrawable: '' }
  }
}

/** `signInSheet` is `sign-in-sheet.zh-CN.docx`. */
export function defaultTemplateName(form: Form, language: 'zh-CN' | 'en'): string {
  return `${stemOf(form)}.${language}.docx`
}

export function stemOf(form: Form): string {
  return form.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
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

/** What each field of the form prints, for whoever makes an own template. */
export async function readFieldList(form: Form, language: 'zh-CN' | 'en'): Promise<Uint8Array> {
  const stem = fieldListStem(form)
  return new Uint8Array(
    await readFile(new URL(`../../content/forms/${stem}.${language}.md`, import.meta.url)),
  )
}

/** Of the list of fields, without language and ending. */
export function fieldListStem(form: Form): string {
  switch (form) {
    case 'evaluationSummary':
      return 'fields'
    case 'surveyReport':
      return 'survey-fields'
    default:
      return `${stemOf(form)}-fields`
  }
}
