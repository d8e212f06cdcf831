// Reads the layout of a working paper: its words in both languages, and what each of its fields prints.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { PaperForm } from '../../core/paperwork/papers/paper-forms.ts'

export type Language = 'zh-CN' | 'en'

/** In Chinese and in English. */
export const saidShape = z.tuple([z.string().min(1), z.string().min(1)])
export type Said = z.infer<typeof saidShape>

const cell = z.tuple([z.string(), z.string(), z.string()])
const measured = z.tuple([z.string(), z.string(), z.string(), z.number()])

const linePart = z.union([
  z.strictObject({
    head: saidShape,
    level: z.union([z.literal(1), z.literal(2)]).default(1),
    newPage: z.boolean().default(false),
  }),
  z.strictObject({ text: z.string() }),
  /** A picture with its caption under it. */
  z.strictObject({ figure: z.tuple([z.string(), z.string()]) }),
  z.strictObject({ say: saidShape }),
  z.strictObject({ note: saidShape }),
  z.strictObject({ bullets: z.tuple([z.string(), z.string()]) }),
  z.strictObject({
    facts: z.array(cell),
    /** No page breaks it. */ whole: z.boolean().default(false),
  }),
  /** The number is the least height of the row, in twentieths of a point. */
  z.strictObject({
    boxes: z.array(measured),
    /** No page breaks it, nor parts it from what follows. */ whole: z.boolean().default(false),
  }),
  /** The number is the width in percent. */
  z.strictObject({
    table: z.string(),
    columns: z.array(measured),
    center: z.boolean().default(false),
    size: z.number().default(19),
    height: z.number().default(0),
    whole: z.boolean().default(false),
  }),
  /** A label and room to write; the number is the least height. */
  z.strictObject({ write: z.array(z.tuple([z.string(), z.string(), z.number()])) }),
  /** A picture of content/pictures with its words, two to a row. */
  z.strictObject({ pictures: z.array(cell) }),
  /** Five faces over the five columns of answers. */
  z.strictObject({ faces: z.literal(true) }),
  z.strictObject({
    signatures: z.array(saidShape),
    /** What they sign, where the paper may end anywhere on a page. */
    under: saidShape.optional(),
  }),
])
type SimplePart = z.infer<typeof linePart>
export type LayoutPart =
  | SimplePart
  | { readonly each: string; readonly parts: readonly LayoutPart[] }
  | { readonly when: string; readonly parts: readonly LayoutPart[] }

const partShape: z.ZodType<LayoutPart> = z.union([
  linePart,
  z.strictObject({ each: z.string(), parts: z.lazy(() => z.array(partShape)) }),
  z.strictObject({ when: z.string(), parts: z.lazy(() => z.array(partShape)) }),
])

const layoutShape = z.strictObject({
  title: saidShape,
  /** The field under the title and on the right of the page's head. */
  under: z.string(),
  /** What the day of printing is called where another day stands beside it. */
  printed: saidShape.optional(),
  /** Handed to members or to whoever takes over: it does not say that it is for internal use. */
  isForMembers: z.boolean().default(false),
  /** On its side: for tables of many columns. */
  landscape: z.boolean().default(false),
  parts: z.array(partShape),
  /** What each field prints; those of the head are said once for all papers. */
  fields: z.record(z.string(), saidShape),
})
export type Layout = z.infer<typeof layoutShape>

function readYaml(name: string): unknown {
  return parse(readFileSync(new URL(`./papers/${name}.yaml`, import.meta.url), 'utf8'))
}

const headWords = z.record(z.string(), saidShape).parse(readYaml('head'))

export function readLayout(form: PaperForm): Layout {
  const layout = layoutShape.parse(readYaml(form))
  return { ...layout, fields: { ...headWords, ...layout.fields } }
}
