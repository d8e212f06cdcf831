import type { ChartSpec } from '../../evaluation/charts/chart-spec.ts'
import {
  fillClosing,
  fillWritten,
  numberFigures,
  withBothNames,
  type Caption,
  type FieldValues,
} from '../field-values.ts'
import { surveyPaperFields } from './survey-paper-fields.ts'
import type {
  ItemLine,
  SurveyChangeSection,
  SurveyPaper,
  SurveyScaleSection,
  TitledPicture,
} from './survey-paper.ts'

/** Values of the survey report by the names that templates use; figures are numbered over those that appear. */
export function fillSurveyFields(paper: SurveyPaper, used: readonly string[]): FieldValues {
  const { head, words, response } = paper
  const caption = numberFigures(words.figure, used)
  return withBothNames(
    {
      ...head,
      sampleNotice: head.isSample ? words.sampleNotice : '',
      ...fillWritten(paper.texts, words.notWritten),
      responseSentence: response.sentence,
      responseRef: response.ref,
      digest: paper.digest,
      isTwice: paper.twice,
      hasMissing: paper.missing.length > 0,
      hasOtherItems: paper.otherItems.length > 0,
      ...fillCrosses(paper, caption),
      waves: paper.waves.map((line) => prefixed('wave', line)),
      measures: paper.measures.map((line) => prefixed('measure', line)),
      changes: paper.changes.map((section) => fillChange(section, caption)),
      losses: paper.losses.map((line) => prefixed('loss', line)),
      missing: paper.missing.map((line) => prefixed('missing', line)),
      scales: paper.scales.map((section) => fillScale(section, caption)),
      otherItems: paper.otherItems.map(fillItem),
      ...fillClosing(paper.limits, paper.rows),
    },
    surveyPaperFields,
  )
}

function fillCrosses(paper: SurveyPaper, caption: Caption): FieldValues {
  const { crosses, frequencies, pictures, rates, crossMethod } = paper
  return {
    crossMethod,
    hasCrosses: crosses.length > 0,
    hasFrequencies: frequencies.length > 0,
    hasPictures: pictures.length > 0,
    rates: rates.map((line) => prefixed('rate', line)),
    frequencies: frequencies.map((line) => prefixed('frequency', line)),
    pictures: pictures.map((one) => drawnOf('chartAnswers', 'captionAnswers', one, caption)),
    crosses: crosses.map(({ title, table, notes, figure, ref }) => ({
      crossTitle: title,
      crossTable: { table },
      crossRef: ref,
      crossNotes: notes.map((crossNote) => ({ crossNote })),
      crossPictures:
        figure === null ? [] : [drawnOf('chartCross', 'captionCross', figure, caption)],
    })),
  }
}

function drawnOf(
  id: string,
  captionId: string,
  { title, picture }: TitledPicture,
  caption: Caption,
): FieldValues {
  return { [id]: picture, [captionId]: caption(captionId, title) }
}

/** `{ sd }` becomes `{ measureSd }`. */
function prefixed(prefix: string, line: object): FieldValues {
  return Object.fromEntries(
    Object.entries(line).map(([name, value]) => [
      `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      String(value),
    ]),
  )
}

function fillItem({ item, ...rest }: ItemLine): FieldValues {
  return { item, ...prefixed('item', rest) }
}

function fillScale(section: SurveyScaleSection, caption: Caption): FieldValues {
  const { title, instrument, sentence, reliability, comparison, ref } = section
  const { distributions, items, groups, warnings } = section
  return {
    scaleTitle: title,
    ...{ instrument, sentence, reliability, ref },
    groupComparison: comparison,
    hasItems: items.length > 0,
    hasGroups: groups.length > 0,
    distributions: distributions.map((chart) =>
      pictureOf('chartDistribution', 'captionDistribution', chart, caption),
    ),
    items: items.map(fillItem),
    groups: groups.map(({ group, ...rest }) => ({ group, ...prefixed('group', rest) })),
    warnings: warnings.map((warning) => ({ warning })),
  }
}

function pictureOf(id: string, captionId: string, chart: ChartSpec, caption: Caption): FieldValues {
  return { [id]: { chart }, [captionId]: caption(captionId, chart.title) }
}

function fillChange(section: SurveyChangeSection, caption: Caption): FieldValues {
  const { title, ref, sentences, groups, comparisons, warnings } = section
  return {
    changeScale: title,
    changeRef: ref,
    changeSentences: sentences.map((changeSentence) => ({ changeSentence })),
    changeGroups: groups.map(({ change, ref: groupRef, ...rest }) => ({
      change,
      changeGroupRef: groupRef,
      ...prefixed('change', rest),
    })),
    comparisons: comparisons.map((comparison) => ({ comparison })),
    groupPictures: section.chartLines.map((chart) =>
      pictureOf('chartLines', 'captionLines', chart, caption),
    ),
    ...pictureOf('chartGroups', 'captionGroups', section.chartGroups, caption),
    changeWarnings: warnings.map((changeWarning) => ({ changeWarning })),
  }
}
