import { nameGroupRow } from '../../evaluation/findings/name-group-row.ts'
import { writeP } from '../../evaluation/write-numbers.ts'
import {
  compareSubgroups,
  labelOf,
  type SplitBy,
  type SubgroupRow,
} from '../../inquiry/compare-subgroups.ts'
import type { ScaleSummary } from '../../inquiry/survey-summary.ts'
import {
  methodIn,
  noteCount,
  noteNumber,
  noteShown,
  noteSigned,
  noteTogether,
  nothing,
  surveyPlaces,
  type Source,
} from './note-figures.ts'
import { scaleTitle, sourceOf, type Noting, type Surveyed } from './summarise-measures.ts'
import type { GroupMeanLine } from './survey-paper.ts'

export interface GroupsOnPaper {
  readonly lines: readonly GroupMeanLine[]
  /** How the groups differ, in words; empty where there is nothing to set beside each other. */
  readonly sentence: string
}

/**
 * The groups beside each other at one wave, as readers outside the team see them on the survey's page (INQ-15, EVA-26): a
 * report leaves the house. Described first, tested second.
 */
export function compareGroupsOnPaper(
  surveyed: Surveyed,
  scale: ScaleSummary,
  split: SplitBy | null,
  noting: Noting,
): GroupsOnPaper {
  if (split === null) return { lines: [], sentence: '' }
  const { ledger, wording } = noting
  const row = compareSubgroups(
    scale.scores,
    surveyed.sheets.map((sheet) => labelOf(sheet, split)),
    true,
  )
  const title = scaleTitle(surveyed.instrument, scale.scaleId, wording)
  const lines = row.groups.map((group): GroupMeanLine => {
    const name = nameGroupRow(group.label, wording)
    const about = `${title} (${name})`
    const source = sourceOf(noting, surveyed, about)
    const from = ledger.mark()
    const figures = ledger.together(
      {
        what: wording.translate('paperwork:survey.groupRow', { about }),
        method: methodIn(source, 'group'),
      },
      () => ({
        n: noteCount(source, 'n', group.n),
        mean: noteNumber(source, {
          key: 'mean',
          value: group.mean,
          n: group.n,
          method: methodIn(source, 'mean'),
        }),
        sd: noteNumber(source, {
          key: 'sd',
          value: group.sd,
          n: group.n,
          method: methodIn(source, 'sd'),
        }),
      }),
    )
    return { group: name, wave: surveyed.wave.title, ...figures, ref: ledger.refSince(from) }
  })
  const source = sourceOf(noting, surveyed, title)
  const test = noteTogether(source, () => writeTest(row, source))
  const head =
    split.by === 'group'
      ? wording.translate('paperwork:survey.atWave', { wave: surveyed.wave.title })
      : wording.translate('paperwork:survey.splitBy', {
          wave: surveyed.wave.title,
          name: split.name,
        })
  return { lines, sentence: `${test === '' ? '' : head}${test}${writeSmall(row, source)}` }
}

function writeSmall({ together, hidden }: SubgroupRow, { wording }: Source): string {
  const { translate } = wording
  const name = (labels: readonly string[]) => labels.join(translate('paperwork:summary.nameGap'))
  return [
    together.length === 0
      ? ''
      : translate('paperwork:survey.groupsTogether', { groups: name(together) }),
    hidden.length === 0 ? '' : translate('paperwork:survey.hiddenGroups', { groups: name(hidden) }),
  ].join('')
}

/** A p value never stands alone: the difference with its interval, or the share of the spread, goes before it. */
function writeTest({ test, groups }: SubgroupRow, source: Source): string {
  if (test === null) return ''
  const { translate } = source.wording
  const n = groups.reduce((sum, group) => sum + group.n, 0)
  const figure = (key: string, value: number, method: string) => ({ key, value, n, method })
  if (test.kind === 'welch') {
    const method = translate('evaluation:method.t-welch-two-sided')
    const limit = (key: string, value: number | null): string =>
      value === null ? nothing : noteSigned(source, figure(key, value, method), surveyPlaces)
    return translate('paperwork:survey.welch', {
      first: nameGroupRow(groups[0]?.label ?? '', source.wording),
      second: nameGroupRow(groups[1]?.label ?? '', source.wording),
      difference: noteSigned(source, figure('difference', test.difference, method), surveyPlaces),
      low: limit('differenceLow', test.low),
      high: limit('differenceHigh', test.high),
      p: noteShown(source, figure('p', test.p, method), writeP(test.p)),
    })
  }
  const method = methodIn(source, test.welch ? 'welchAnova' : 'anova')
  return translate('paperwork:survey.oneWay', {
    count: groups.length,
    eta: noteNumber(source, figure('etaSquared', test.etaSquared, methodIn(source, 'etaSquared'))),
    f: noteNumber(source, figure('f', test.f, method), 2),
    df1: noteNumber(source, figure('df1', test.df1, method), 0),
    df2: noteNumber(source, figure('df2', test.df2, method), 1),
    method,
    p: noteShown(source, figure('p', test.p, method), writeP(test.p)),
  })
}
