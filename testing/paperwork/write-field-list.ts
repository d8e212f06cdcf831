// The lists of fields that practitioners read beside a form, written from the declared fields and their descriptions.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { fieldsOfForm } from '../../core/paperwork/form-fields.ts'
import type { Form } from '../../core/paperwork/form-template.ts'
import type { TemplateField } from '../../core/paperwork/template-field.ts'
import { stemOf } from '../../server/paperwork/render-document.ts'
import { readLayout, saidShape, type Language, type Said } from './paper-layout-parse.ts'

const wordsShape = z.record(
  z.enum(['evaluationSummary', 'surveyReport']),
  z.record(z.string(), saidShape),
)
const reportWords = wordsShape.parse(
  parse(readFileSync(new URL('./field-words.yaml', import.meta.url), 'utf8')),
)

function wordsOf(form: Form): Readonly<Record<string, Said>> {
  return form === 'evaluationSummary' || form === 'surveyReport'
    ? reportWords[form]
    : readLayout(form).fields
}

/** In the introduction; a paper without pictures or bullets has none of those. */
interface Examples {
  readonly text: string
  readonly list: string
  readonly inner: string
  readonly condition: string
  readonly picture?: string
  readonly caption?: string
}

const reportExamples = {
  evaluationSummary: {
    text: 'groupTitle',
    list: 'meetings',
    inner: 'theme',
    condition: 'hasMissing',
    picture: 'chartLines',
    caption: 'captionLines',
  },
  surveyReport: {
    text: 'surveyTitle',
    list: 'measures',
    inner: 'measureMean',
    condition: 'isTwice',
    picture: 'chartDistribution',
    caption: 'captionDistribution',
  },
} as const

/** Of a paper: its first list with the first field inside. */
function examplesOf(form: Form, fields: readonly TemplateField[]): Examples {
  if (form === 'evaluationSummary' || form === 'surveyReport') return reportExamples[form]
  const list = fields.find(({ kind, within }) => kind === 'list' && within === null)?.id ?? ''
  return {
    text: 'agencyName',
    list,
    inner: fields.find(({ within }) => within === list)?.id ?? '',
    condition: 'isSample',
  }
}

/** The whole document in one language. */
export function writeFieldList(form: Form, language: Language): string {
  const fields = fieldsOfForm(form)
  const own = wordsOf(form)
  const table = (within: string | null, isList: boolean): string[] =>
    fields
      .filter((field) => field.within === within && (field.kind === 'list') === isList)
      .map((field) =>
        rowOf(field, own[within === null ? field.id : `${within}.${field.id}`], language),
      )
  const lists = fields.filter(({ kind }) => kind === 'list')
  const inside = lists.flatMap((list) => [
    '',
    language === 'zh-CN' ? `### 在“${list.zh}”里面` : `### Inside \`${list.id}\``,
    '',
    ...head(language),
    ...table(list.id, false),
    ...table(list.id, true),
  ])
  const anywhere = language === 'zh-CN' ? '## 任何地方都能用的字段' : '## Fields for any place'
  return [
    ...introOf(form, fields, language),
    '',
    anywhere,
    '',
    ...head(language),
    ...table(null, false),
    '',
    language === 'zh-CN' ? '## 列表' : '## Lists',
    '',
    ...head(language),
    ...table(null, true),
    ...inside,
    '',
  ].join('\n')
}

function head(language: Language): readonly string[] {
  return language === 'zh-CN'
    ? ['| 字段 | 英文名 | 内容 |', '|---|---|---|']
    : ['| field | Chinese name | what it prints |', '|---|---|---|']
}

function rowOf(
  { id, zh, kind }: TemplateField,
  said: readonly [string, string] | undefined,
  language: Language,
): string {
  if (said === undefined) throw new Error(`field-words.yaml does not say what ${id} prints`)
  const [name, other, what] = language === 'zh-CN' ? [zh, id, said[0]] : [id, zh, said[1]]
  const mark = kind === 'list' || kind === 'condition' ? '#' : ''
  return `| \`{${mark}${name}}\` | \`${other}\` | ${what} |`
}

const titles: Readonly<
  Record<Language, Readonly<Record<'evaluationSummary' | 'surveyReport', string>>>
> = {
  'zh-CN': { evaluationSummary: '评估总结', surveyReport: '调查报告' },
  en: { evaluationSummary: 'evaluation summary', surveyReport: 'survey report' },
}

function titleOf(form: Form, language: Language): string {
  return form === 'evaluationSummary' || form === 'surveyReport'
    ? titles[language][form]
    : readLayout(form).title[language === 'zh-CN' ? 0 : 1]
}

function introOf(
  form: Form,
  fields: readonly TemplateField[],
  language: Language,
): readonly string[] {
  const examples = examplesOf(form, fields)
  const name = (id: string): string =>
    language === 'zh-CN' ? (fields.find((field) => field.id === id)?.zh ?? id) : id
  const title = titleOf(form, language)
  const file = `${stemOf(form)}.${language}.docx`
  return language === 'zh-CN'
    ? introInChinese(title, file, examples, name)
    : introInEnglish(title, file, examples)
}

function introInChinese(
  title: string,
  file: string,
  { text, list, inner, condition, picture, caption }: Examples,
  name: (id: string) => string,
): readonly string[] {
  return [
    `# ${title}模板的字段`,
    '',
    `用 Word 或 WPS 打开自带的模板（\`${file}\`），改成本机构的样子，再在“报告”里上传即可。版式、页眉、标志、字体都可以改；大括号里的字段由系统填写。`,
    '',
    '## 怎样写',
    '',
    `- **字段**：写 \`{${name(text)}}\`，生成时换成实际内容，字体和字号跟模板里的一样。中文名和英文名（\`{${text}}\`）意思相同，可以混用。`,
    `- **列表**：写在开头 \`{#${name(list)}}\` 和结尾 \`{/${name(list)}}\` 之间的内容（例如 \`{${name(inner)}}\`），每一项重复一次。放在表格一行的第一格和最后一格里，就重复这一行；表头那一行设为“在各页顶端以标题行形式重复出现”。`,
    `- **条件**：\`{#${name(condition)}}……{/${name(condition)}}\` 之间的内容，只有成立时才印出来。`,
    `- **只在段落里重复**：\`{#${name(list)} [loopOver: "paragraph"]}{${name(inner)}}{/${name(list)}}\` 写在同一段里，整段按条重复。`,
    ...(picture === undefined || caption === undefined
      ? []
      : [
          `- **图片**：\`{${name(picture)}}\` 单独放一段，下一段放 \`{${name(caption)}}\`。没有写进模板的图不会画。`,
        ]),
    '- 大括号必须成对，写在同一段里，用半角的 `{` 和 `}`。',
    '',
    '上传时系统会检查模板：写错的字段会逐个指出在哪里（正文、第几个表格第几行、页眉或页脚），是名称写错、放错了列表，还是别的表格的字段，并给出最接近的正确名称。只收 5 MB 以内的 .docx；旧的 .doc 请先另存为 .docx。带宏的文件（.docm）、引用外部内容的文件（超链接、链接的图片、外部模板）和嵌入其他文件的模板不能使用。',
  ]
}

function introInEnglish(
  title: string,
  file: string,
  { text, list, inner, condition, picture, caption }: Examples,
): readonly string[] {
  return [
    `# Fields of the template: ${title}`,
    '',
    `Open the form that comes with Kiteline (\`${file}\`) in Word or WPS, make it look like your agency's, and upload it under Reports. Layout, header, logo and fonts are yours; Kiteline fills what stands in curly brackets.`,
    '',
    '## How to write',
    '',
    `- **Field**: \`{${text}}\` becomes what it stands for, in the type of the template. The Chinese name means the same; both may be mixed.`,
    `- **List**: what stands between \`{#${list}}\` and \`{/${list}}\` (such as \`{${inner}}\`) is repeated for every entry. In the first and the last cell of a table row, the row is repeated; set the head row to repeat at the top of each page.`,
    `- **Condition**: what stands between \`{#${condition}}\` and \`{/${condition}}\` is printed only when it holds.`,
    `- **One paragraph per entry**: \`{#${list} [loopOver: "paragraph"]}{${inner}}{/${list}}\` in one paragraph repeats the paragraph.`,
    ...(picture === undefined || caption === undefined
      ? []
      : [
          `- **Picture**: \`{${picture}}\` in a paragraph of its own, \`{${caption}}\` in the next. Pictures that are not in the template are not drawn.`,
        ]),
    '- Curly brackets come in pairs and within one paragraph.',
    '',
    'A template is checked when it is uploaded: every wrong field is named with where it stands (text, table and row, page header or footer), and whether the name is wrong, stands outside its list, or belongs to another form; the nearest right name is given. Only .docx up to 5 MB; save an old .doc as .docx first. Files with macros (.docm), with anything outside (hyperlinks, linked pictures, an attached template) or with other files inside cannot be used.',
  ]
}
