// What all shipped forms say alike. A form is content, not a screen.
import type { TemplateField } from '../../core/paperwork/template-field.ts'

type Font = { readonly ascii: string; readonly hAnsi: string; readonly eastAsia: string }
export type Columns = readonly (readonly [label: string, id: string, width: number])[]

/** Fonts, marks of the template language, and the words of head, foot and appendix. */
export interface FormLook {
  readonly language: 'zh-CN' | 'en'
  readonly fonts: { readonly text: Font; readonly head: Font }
  /** In half points: 小四 is 24. */
  readonly size: number
  /** `{groupTitle}` in the language of the form. */
  readonly field: (id: string) => string
  readonly open: (id: string) => string
  readonly close: (id: string) => string
  readonly page: readonly [before: string, between: string, after: string]
  readonly refers: string
  /** Between a name and what qualifies it. */
  readonly gap: string
  readonly signedOn: string
  readonly appendixHead: string
  readonly numbers: Columns
  readonly closing: string
}

export interface FormWords extends FormLook {
  readonly title: string
  readonly basics: readonly (readonly [label: string, id: string])[]
  readonly signaturesHead: string
  readonly signatures: readonly string[]
  /** Working papers: filled in by hand, best on one page. */
  readonly isDense?: boolean
  /** On its side. */
  readonly isWide?: boolean
}

export function labelled(
  ids: readonly string[],
  labels: readonly string[],
): readonly (readonly [string, string])[] {
  return ids.map((id, index) => [labels[index] ?? id, id])
}

const fonts: FormLook['fonts'] = {
  text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' },
  head: { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' },
}

const traceIds = [
  ['traceId', 8],
  ['traceWhat', 25],
  ['traceValue', 15],
  ['traceN', 5],
  ['traceMethod', 18],
  ['traceWave', 14],
  ['traceInstrument', 15],
] as const

function tracesIn(labels: readonly string[]): Columns {
  return traceIds.map(([id, width], index) => [labels[index] ?? id, id, width])
}

const spoken = {
  'zh-CN': {
    size: 24,
    page: ['第 ', ' 页  共 ', ' 页'],
    refers: '依据：附录 ',
    gap: '',
    signedOn: '年    月    日',
    appendixHead: '附录  数据来源',
    numbers: tracesIn(['编号', '内容', '数值', 'n', '方法', '测量', '工具版本']),
    closing: '数据摘要（SHA-256）：',
  },
  en: {
    size: 22,
    page: ['Page ', ' of ', ''],
    refers: 'Source: appendix ',
    gap: ' ',
    signedOn: 'Date',
    appendixHead: 'Appendix  Where the numbers come from',
    numbers: tracesIn(['No', 'What', 'Value', 'n', 'Method', 'Waves', 'Instrument']),
    closing: 'Digest of the data (SHA-256): ',
  },
} as const

/** Fields are named as the readers of the form speak. */
export function formLook(language: 'zh-CN' | 'en', fields: readonly TemplateField[]): FormLook {
  const chinese = new Map(fields.map(({ id, zh }) => [id, zh]))
  const nameOf = (id: string): string => {
    const zh = chinese.get(id)
    if (zh === undefined) throw new Error(`no field ${id}`)
    return language === 'zh-CN' ? zh : id
  }
  return {
    language,
    fonts,
    ...spoken[language],
    field: (id) => `{${nameOf(id)}}`,
    open: (id) => `{#${nameOf(id)}}`,
    close: (id) => `{/${nameOf(id)}}`,
  }
}
