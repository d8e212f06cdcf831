import { Buffer } from 'node:buffer'
import {
  MimeType,
  TemplateExtension,
  TemplateHandler,
  type ImageContent,
  type ScopeData,
  type TemplateContext,
  type TemplateData,
  type XmlNode,
  xml,
} from 'easy-template-x'
import type {
  FieldValue,
  FieldValues,
  Picture,
  TableValue,
} from '../../core/paperwork/field-values.ts'
import type { DrawnChart } from './draw-chart.ts'
import { handlerOptions } from './handler-options.ts'
import { escapeAttribute, plainText } from './plain-text.ts'
import { settleZipDates } from './settle-zip-dates.ts'
import { writeTable } from './write-table.ts'

export interface DocumentLook {
  readonly title: string
  /** Width of a picture on the page, in pixels of 1/96 inch: 14 cm. */
  readonly pictureWidth: number
  /** Said after the caption when a picture could not draw some characters; `%s` is where they stand. */
  readonly undrawable: string
}

export interface Drawing {
  readonly draw: (picture: Picture) => DrawnChart
  readonly findUndrawable: (picture: Picture) => readonly string[]
}

/** The template with its fields filled, as a Word file without anybody's name in its properties. */
export async function fillTemplate(
  template: Uint8Array,
  values: FieldValues,
  look: DocumentLook,
  drawing: Drawing,
): Promise<Uint8Array> {
  const handler = new TemplateHandler({
    ...handlerOptions,
    extensions: {
      afterCompilation: [new PlainProperties(look.title), new LoosePictureLines()],
    },
  })
  const filled = await handler.process(Buffer.from(template), fillValues(values, look, drawing))
  settleZipDates(filled)
  return filled
}

function fillValues(values: FieldValues, look: DocumentLook, drawing: Drawing): TemplateData {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? plainText(value + noteFor(name, values, look, drawing))
        : fillValue(value, look, drawing),
    ]),
  )
}

/** A caption says which characters its picture could not draw: readers of the paper see no picture description. */
function noteFor(name: string, values: FieldValues, look: DocumentLook, drawing: Drawing): string {
  const picture = values[name.replace(/^caption/, 'chart').replace(/图题$/, '图')]
  if (typeof picture !== 'object' || isList(picture) || 'table' in picture) return ''
  const missing = drawing.findUndrawable(picture)
  return missing.length === 0 ? '' : look.undrawable.replace('%s', missing.join(''))
}

/** Pictures are drawn when the template asks for them: whatever it leaves out costs nothing. */
function fillValue(
  value: Exclude<FieldValue, string>,
  look: DocumentLook,
  drawing: Drawing,
): TemplateData[string] {
  if (typeof value === 'boolean') return value
  if (isList(value)) return value.map((row) => fillValues(row, look, drawing))
  if ('table' in value) return tableOf(value)
  return pictureOf(value, look, drawing)
}

function tableOf({ table }: TableValue): TemplateData[string] {
  return { _type: 'rawXml', xml: writeTable(table), replaceParagraph: true }
}

function isList(value: FieldValue): value is readonly FieldValues[] {
  return Array.isArray(value)
}

function pictureOf(value: Picture, look: DocumentLook, { draw }: Drawing): ImageContent {
  // A small family is not blown up to the width of the page.
  const width =
    'chart' in value ? look.pictureWidth : Math.min(look.pictureWidth, value.drawing.width)
  let drawn: DrawnChart | null = null
  const once = (): DrawnChart => {
    drawn ??= draw(value)
    return drawn
  }
  return {
    _type: 'image',
    format: MimeType.Png,
    get source() {
      return Buffer.from(once().png)
    },
    width,
    get height() {
      return Math.round((width * once().height) / once().width)
    },
    altText: escapeAttribute(
      plainText('chart' in value ? value.chart.description : value.description),
    ),
  }
}

/** Whoever wrote the template, and at which company, is nobody's business who reads the report. */
class PlainProperties extends TemplateExtension {
  readonly #title: string
  constructor(title: string) {
    super()
    this.#title = title
  }

  override async execute(_data: ScopeData, context: TemplateContext): Promise<void> {
    const zip = context.docx.rawZipFile
    for (const [path, content] of plainProperties(this.#title))
      if (zip.isFileExist(path)) zip.setFile(path, content)
  }
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'

function plainProperties(title: string): readonly (readonly [path: string, content: string])[] {
  return [
    [
      'docProps/core.xml',
      `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeAttribute(plainText(title))}</dc:title><dc:creator>Kiteline</dc:creator></cp:coreProperties>`,
    ],
    [
      'docProps/app.xml',
      `${xmlHead}<Properties xmlns="${office}/extended-properties"><Application>Kiteline</Application></Properties>`,
    ],
    ['docProps/custom.xml', `${xmlHead}<Properties xmlns="${office}/custom-properties"/>`],
  ]
}

/**
 * Chinese offices like a fixed line height (固定值 28 磅); a picture in such a line shows one line of itself. The
 * paragraphs of pictures get a height that grows.
 */
class LoosePictureLines extends TemplateExtension {
  override async execute(_data: ScopeData, context: TemplateContext): Promise<void> {
    const root = await context.currentPart?.xmlRoot()
    if (root === undefined) return
    const drawings = xml.query.descendants(
      root,
      handlerOptions.maxXmlDepth,
      (node) => node.nodeName === 'w:drawing',
    )
    for (const drawing of drawings) {
      const paragraph = xml.query.findParentByName(drawing, 'w:p')
      if (paragraph !== null && paragraph !== undefined) loosenLines(paragraph)
    }
  }
}

function loosenLines(paragraph: XmlNode): void {
  const properties = childOf(paragraph, 'w:pPr') ?? insertFirst(paragraph, 'w:pPr')
  const spacing = childOf(properties, 'w:spacing') ?? insertSpacing(properties)
  if (!xml.query.isGeneralNode(spacing)) return
  spacing.attributes = { ...spacing.attributes, 'w:line': '240', 'w:lineRule': 'auto' }
}

function childOf(node: XmlNode, name: string): XmlNode | undefined {
  return node.childNodes?.find((child) => child.nodeName === name)
}

function insertFirst(node: XmlNode, name: string): XmlNode {
  const fresh = xml.create.generalNode(name)
  xml.modify.insertChild(node, fresh, 0)
  return fresh
}

/** The schema fixes an order: spacing stands before these. */
const afterSpacing = [
  'w:ind',
  'w:contextualSpacing',
  'w:mirrorIndents',
  'w:suppressOverlap',
  'w:jc',
  'w:textDirection',
  'w:textAlignment',
  'w:textboxTightWrap',
  'w:outlineLvl',
  'w:divId',
  'w:cnfStyle',
  'w:rPr',
  'w:sectPr',
  'w:pPrChange',
]

function insertSpacing(properties: XmlNode): XmlNode {
  const fresh = xml.create.generalNode('w:spacing')
  const next = properties.childNodes?.find((child) => afterSpacing.includes(child.nodeName))
  if (next === undefined) xml.modify.appendChild(properties, fresh)
  else xml.modify.insertBefore(fresh, next)
  return fresh
}
