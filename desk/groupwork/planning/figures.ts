import type { ContactMean } from '../../../core/evaluation/measure-contact.ts'
import type { Evidence, WaveEvidence } from '../../../core/evaluation/gather-evidence.ts'
import type { StartMean } from '../../../core/evaluation/scale-means.ts'
import type { BaselineFrom } from '../../../core/groupwork/planning/group-goal.ts'
import { tagsOfTarget } from '../../../core/assessment/profile/signs-of-target.ts'
import type { ProgrammeTarget } from '../../../core/groupwork/plan-shape.ts'
import type { ScaleTag } from '../../../core/inquiry/scale.ts'
import { readWords } from '../../../core/inquiry/words.ts'
import { currentLanguage, formatDay, formatNumber, text } from '../../kit/index.ts'

/** A figure of the records in the words in which the plan takes it over, its source and its n in them. */
export interface Figure {
  readonly from: BaselineFrom
  readonly tags: readonly ScaleTag[]
  /** In a list to choose from. */
  readonly name: string
  /** As where a goal begins. */
  readonly baseline: string
  /** As a sentence of the background. */
  readonly sentence: string
}

export function figuresOf(evidence: Evidence): readonly Figure[] {
  return [
    ...evidence.waves.flatMap((one) => one.means.map((mean) => figureOfScale(one, mean))),
    ...evidence.contact.map((mean) => figureOfContact(evidence, mean)),
  ]
}

export function figureOfScale({ wave }: WaveEvidence, mean: StartMean): Figure {
  const { id, title, respondent, n, of, range, worse, tags } = mean
  const words = {
    scale: readWords(title, currentLanguage()),
    respondent: text(`inquiry:respondent.${respondent}`),
    wave: wave.title,
    day: formatDay(wave.opensOn),
    mean: formatNumber(mean.mean, 1),
    from: formatNumber(range.min),
    to: formatNumber(range.max),
    n,
    of,
    worse:
      worse === null || worse.length === 0
        ? ''
        : text('groupwork:planning.figure.worse', { count: worse.length }),
  }
  return {
    from: {
      of: 'scale',
      figure: id,
      waveId: wave.id,
      value: mean.mean,
      n,
      expected: of,
      on: wave.opensOn,
    },
    tags,
    name: text('groupwork:planning.figure.scaleName', words),
    baseline: text('groupwork:planning.figure.scaleBaseline', words).slice(0, 200),
    sentence: text('groupwork:planning.figure.scaleSentence', words),
  }
}

export function figureOfContact({ today }: Pick<Evidence, 'today'>, mean: ContactMean): Figure {
  const { id, value, n, of } = mean
  const words = {
    figure: text(`groupwork:planning.figure.${id}`),
    value: formatNumber(value, 1),
    day: formatDay(today),
    n,
    of,
  }
  return {
    from: { of: 'contact', figure: id, waveId: null, value, n, expected: of, on: today },
    tags: id === 'perWeek' ? ['communication', 'interaction'] : ['initiative'],
    name: text('groupwork:planning.figure.contactName', words),
    baseline: text('groupwork:planning.figure.contactBaseline', words).slice(0, 200),
    sentence: text('groupwork:planning.figure.contactSentence', words),
  }
}

/** What belongs to the target first; the rest stays to be chosen. */
export function figuresFor(
  figures: readonly Figure[],
  target: ProgrammeTarget | null,
): readonly Figure[] {
  if (target === null) return figures
  const fits = ({ tags }: Figure) => tags.some((tag) => tagsOfTarget[target].includes(tag))
  return [...figures.filter(fits), ...figures.filter((figure) => !fits(figure))]
}

export function keyOf({ of, figure, waveId }: BaselineFrom): string {
  return [of, figure, waveId ?? ''].join(' ')
}
