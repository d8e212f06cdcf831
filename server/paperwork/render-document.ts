import { readFile } from 'node:fs/promises'
import type { Refusal } from '../../core/kit/outcome.ts'
import { fillFields } from '../../core/paperwork/fill-fields.ts'
import type { RenderRequest } from './render-evaluation-summary.ts'
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
  const template = task.template ?? (await readDefaultTemplate(task.language))
  const check = await checkTemplate(template)
  if (!check.ok) return check
  const problem = check.value.problems[0]
  if (problem !== undefined) return { ok: false, refusal: problem }
  const fonts = await prepareFonts(task.fontCacheDir)
  const { data } = task
  const bytes = await fillTemplate(
    template,
    fillFields(data, check.value.fields),
    {
      title: `${data.head.groupTitle} ${data.head.groupCode}`,
      pictureWidth,
      undrawable: data.words.undrawable,
    },
    {
      draw: ({ chart }) => drawChart(chart, fonts),
      findUndrawable: ({ chart }) => findUndrawable(chart, fonts),
    },
  )
  return { ok: true, bytes: new Uint8Array(bytes) }
}

/** The form that comes with Kiteline; an agency may take it as the start of its own. */
export async function readDefaultTemplate(language: 'zh-CN' | 'en'): Promise<Uint8Array> {
  const place = new URL(`../../content/forms/evaluation-summary.${language}.docx`, import.meta.url)
  return new Uint8Array(await readFile(place))
}
