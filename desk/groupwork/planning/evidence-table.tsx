import type { ReactNode } from 'react'
import type { WaveEvidence } from '../../../core/evaluation/gather-evidence.ts'
import type { StartMean } from '../../../core/evaluation/scale-means.ts'
import { readWords } from '../../../core/inquiry/words.ts'
import { currentLanguage, formatDay, formatList, formatNumber, text } from '../../kit/index.ts'
import { figureOfScale } from './figures.ts'
import styles from './planning.module.css'

/** One wave, dimension by dimension: who answered, the mean with its n, and how many lie on the worse half of the scale. */
export function EvidenceTable({
  at: evidence,
  takeOf,
}: {
  readonly at: WaveEvidence
  /** The button that takes a figure into the plan; nothing while it is only read. */
  readonly takeOf: (sentence: string) => ReactNode
}) {
  const { wave, means } = evidence
  return (
    <div className={styles.scroll}>
      <table className={[styles.table, styles.stack].join(' ')}>
        <caption>
          {text('groupwork:planning.means', { wave: wave.title, day: formatDay(wave.opensOn) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{text('groupwork:planning.dimension')}</th>
            <th scope="col">{text('groupwork:planning.scale')}</th>
            <th scope="col">{text('groupwork:planning.answeredBy')}</th>
            <th scope="col" className={styles.number}>
              {text('groupwork:planning.mean')}
            </th>
            <th scope="col" className={styles.number}>
              {text('groupwork:planning.range')}
            </th>
            <th scope="col" className={styles.number}>
              {text('groupwork:planning.answered')}
            </th>
            <th scope="col">{text('groupwork:planning.worse')}</th>
          </tr>
        </thead>
        <tbody>
          {means.map((mean, at) => (
            <tr key={mean.id}>
              <td className={styles.wide}>
                {tagWords(mean) === tagWords(means[at - 1]) ? '' : tagWords(mean)}
              </td>
              <th scope="row" className={styles.wide}>
                {readWords(mean.title, currentLanguage())}
              </th>
              <td data-label={text('groupwork:planning.answeredBy')}>
                {text(`inquiry:respondent.${mean.respondent}`)}
              </td>
              <td className={styles.number} data-label={text('groupwork:planning.mean')}>
                {formatNumber(mean.mean, 1)}
              </td>
              <td className={styles.number} data-label={text('groupwork:planning.range')}>
                {text('groupwork:planning.fromTo', {
                  from: formatNumber(mean.range.min),
                  to: formatNumber(mean.range.max),
                })}
              </td>
              <td className={styles.number} data-label={text('groupwork:planning.answered')}>
                {text('groupwork:planning.nOf', { n: mean.n, of: mean.of })}
              </td>
              <td className={styles.wide} data-label={text('groupwork:planning.worse')}>
                <Worse mean={mean} />
                {takeOf(figureOfScale(evidence, mean).sentence)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function tagWords(mean: StartMean | undefined): string {
  return (mean?.tags ?? []).map((tag) => text(`inquiry:tag.${tag}`)).join(' · ')
}

function Worse({ mean: { worse } }: { readonly mean: StartMean }) {
  if (worse === null) return <>–</>
  return (
    <>
      {text('groupwork:planning.worseCount', { people: worse.length })}{' '}
      {worse.length > 0 && <span className={styles.codes}>{formatList(worse)}</span>}{' '}
    </>
  )
}
