import { type Document, Paragraph } from 'docx'
import { listTable } from './build-table.ts'
import {
  appendixOf,
  basicsOf,
  bulletsOf,
  documentOf,
  figure,
  heading,
  mark,
  plain,
  refersTo,
  signaturesOf,
  small,
  titlesOf,
  type FormPart,
} from './template-parts.ts'
import type { TemplateWords } from './template-words.ts'

/** The evaluation summary as a Word template whose fields Kiteline fills. */
export function buildTemplate(words: TemplateWords): Document {
  return documentOf(words, 'groupCode', [
    ...frontOf(words),
    ...courseOf(words),
    ...changeOf(words),
    ...gapsOf(words),
    ...judgementOf(words),
    ...signaturesOf(words),
    ...appendixOf(words),
  ])
}

function frontOf(words: TemplateWords): FormPart[] {
  return [
    ...titlesOf(words, 'groupTitle'),
    heading(words.heads.basics, 1),
    basicsOf(words),
    heading(words.heads.aims, 1),
    bulletsOf(words, 'aims', 'aim'),
  ]
}

function courseOf(words: TemplateWords): FormPart[] {
  const { field, heads } = words
  return [
    heading(heads.course, 1),
    plain(field('attendanceSentence')),
    refersTo(words, 'attendanceRef'),
    listTable(words, 'meetings', words.meetings, { center: false, size: 17 }),
    heading(heads.attendance, 2),
    listTable(words, 'seats', words.seats, { center: true, size: 20 }),
  ]
}

function changeOf(words: TemplateWords): FormPart[] {
  const { field, open, close, heads } = words
  return [
    heading(heads.change, 1),
    listTable(words, 'overview', words.overview, { center: true, size: 19 }),
    plain(field('detailNote')),
    mark(open('scales')),
    heading([field('scaleTitle'), field('side')].join(words.gap), 2),
    plain(field('paragraph')),
    refersTo(words, 'ref'),
    listTable(words, 'lines', words.lines, { center: true, size: 20 }),
    ...figure(words, 'chartLines', 'captionLines'),
    mark(close('scales')),
    mark(open('hasOthers')),
    heading(heads.others, 2),
    listTable(words, 'others', words.others, { center: false, size: 17 }),
    mark(close('hasOthers')),
  ]
}

function gapsOf(words: TemplateWords): FormPart[] {
  const { field, open, close, heads } = words
  return [
    mark(open('hasGaps')),
    heading(heads.gaps, 1),
    mark(open('gaps')),
    plain(field('gapSentence')),
    refersTo(words, 'gapRef'),
    ...figure(words, 'chartGap', 'captionGap'),
    mark(close('gaps')),
    mark(close('hasGaps')),
    mark(open('hasMissing')),
    heading(heads.missing, 1),
    listTable(words, 'missing', words.missing, { center: false, size: 18 }),
    mark(close('hasMissing')),
  ]
}

function judgementOf(words: TemplateWords): FormPart[] {
  const { field, open, close, heads, texts } = words
  return [
    heading(heads.judgement, 1),
    ...texts.flatMap(([label, id]) => [
      heading(label, 2),
      ...(id === 'satisfaction' ? satisfactionOf(words) : []),
      plain(field(id)),
    ]),
    heading(heads.limits, 1),
    bulletsOf(words, 'limits', 'limit'),
    mark(open('hasSources')),
    heading(heads.sources, 2),
    mark(open('sources')),
    plain([field('sourceNo'), field('sourceLine')].join(' ')),
    new Paragraph({ children: [small(field('sourceLimits'))] }),
    mark(close('sources')),
    mark(close('hasSources')),
  ]
}

/** The members' own answers stand before what the worker writes about them. */
function satisfactionOf(words: TemplateWords): FormPart[] {
  const { field, open, close } = words
  return [
    mark(open('hasSatisfaction')),
    plain(field('satisfactionSentence')),
    refersTo(words, 'satisfactionRef'),
    listTable(words, 'satisfactionItems', words.satisfaction, { center: false, size: 19 }),
    mark(close('hasSatisfaction')),
  ]
}
