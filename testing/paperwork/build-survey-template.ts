import type { Document } from 'docx'
import { listTable } from './build-table.ts'
import type { SurveyTemplateWords } from './survey-template-words.ts'
import {
  appendixOf,
  basicsOf,
  bulletsOf,
  documentOf,
  figure,
  fine,
  heading,
  mark,
  plain,
  refersTo,
  signaturesOf,
  titlesOf,
  type FormPart,
} from './template-parts.ts'

/** The report of a survey by codes as a Word template whose fields Kiteline fills. */
export function buildSurveyTemplate(words: SurveyTemplateWords): Document {
  const { heads, field } = words
  return documentOf(words, 'surveyTitle', [
    ...titlesOf(words, 'surveyTitle'),
    heading(heads.basics, 1),
    basicsOf(words),
    heading(heads.purpose, 1),
    plain(field('purpose')),
    heading(heads.sampling, 1),
    plain(field('sampling')),
    ...responseOf(words),
    ...changesOf(words),
    ...scalesOf(words),
    ...crossesOf(words),
    heading(heads.discussion, 1),
    plain(field('discussion')),
    heading(heads.suggestions, 1),
    plain(field('suggestions')),
    heading(heads.limits, 1),
    bulletsOf(words, 'limits', 'limit'),
    ...signaturesOf(words),
    ...frequenciesOf(words),
    ...appendixOf(words),
  ])
}

function responseOf(words: SurveyTemplateWords): FormPart[] {
  const { heads, field, notes } = words
  return [
    heading(heads.response, 1),
    plain(field('responseSentence')),
    refersTo(words, 'responseRef'),
    listTable(words, 'waves', words.waves, { center: true, size: 19 }),
    fine(notes.rates),
    listTable(words, 'rates', words.rates, { center: true, size: 18 }),
    heading(heads.scores, 1),
    listTable(words, 'measures', words.measures, { center: true, size: 18 }),
    fine(notes.alpha),
  ]
}

function changesOf(words: SurveyTemplateWords): FormPart[] {
  const { heads, field, open, close } = words
  return [
    mark(open('isTwice')),
    mark(open('changes')),
    heading(`${heads.changes}${field('changeScale')}`, 2),
    bulletsOf(words, 'changeSentences', 'changeSentence'),
    refersTo(words, 'changeRef'),
    listTable(words, 'changeGroups', words.changeGroups, { center: true, size: 19 }),
    mark(open('groupPictures')),
    ...figure(words, 'chartLines', 'captionLines'),
    mark(close('groupPictures')),
    ...figure(words, 'chartGroups', 'captionGroups'),
    bulletsOf(words, 'comparisons', 'comparison'),
    bulletsOf(words, 'changeWarnings', 'changeWarning'),
    mark(close('changes')),
    ...missingOf(words),
    mark(close('isTwice')),
  ]
}

function missingOf(words: SurveyTemplateWords): FormPart[] {
  const { heads, open, close, notes } = words
  return [
    mark(open('hasMissing')),
    heading(heads.loss, 2),
    listTable(words, 'losses', words.losses, { center: true, size: 18 }),
    fine(notes.loss),
    listTable(words, 'missing', words.missing, { center: false, size: 18 }),
    mark(close('hasMissing')),
  ]
}

function scalesOf(words: SurveyTemplateWords): FormPart[] {
  const { heads, field, open, close, notes } = words
  return [
    heading(heads.scales, 1),
    fine(notes.items),
    mark(open('scales')),
    heading(field('scaleTitle'), 2),
    plain(field('sentence')),
    mark(open('distributions')),
    ...figure(words, 'chartDistribution', 'captionDistribution'),
    mark(close('distributions')),
    mark(open('hasItems')),
    plain(field('reliability')),
    listTable(words, 'items', words.items, { center: true, size: 18 }),
    mark(close('hasItems')),
    mark(open('hasGroups')),
    plain(field('groupComparison')),
    listTable(words, 'groups', words.groups, { center: true, size: 18 }),
    mark(close('hasGroups')),
    refersTo(words, 'ref'),
    bulletsOf(words, 'warnings', 'warning'),
    mark(close('scales')),
    mark(open('hasOtherItems')),
    heading(heads.otherItems, 2),
    listTable(words, 'otherItems', words.items, { center: true, size: 18 }),
    mark(close('hasOtherItems')),
  ]
}

/** Where nothing is chosen the heading goes too; the heads after it keep their numbers. */
function crossesOf(words: SurveyTemplateWords): FormPart[] {
  const { heads, field, open, close, notes } = words
  return [
    heading(heads.crosses, 1),
    mark(open('hasPictures')),
    fine(notes.pictures),
    mark(open('pictures')),
    ...figure(words, 'chartAnswers', 'captionAnswers'),
    mark(close('pictures')),
    mark(close('hasPictures')),
    fine(field('crossMethod')),
    mark(open('crosses')),
    heading(field('crossTitle'), 2),
    plain(field('crossTable')),
    bulletsOf(words, 'crossNotes', 'crossNote'),
    mark(open('crossPictures')),
    ...figure(words, 'chartCross', 'captionCross'),
    mark(close('crossPictures')),
    refersTo(words, 'crossRef'),
    mark(close('crosses')),
  ]
}

function frequenciesOf(words: SurveyTemplateWords): FormPart[] {
  const { heads, open, close } = words
  return [
    mark(open('hasFrequencies')),
    heading(heads.frequencies, 1),
    listTable(words, 'frequencies', words.frequencies, { center: false, size: 17 }),
    mark(close('hasFrequencies')),
  ]
}
