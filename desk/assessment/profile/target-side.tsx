import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import type {
  DescribedTarget,
  DescribedScore,
} from '../../../core/assessment/profile/describe-profile.ts'
import type { Side, TargetScore } from '../../../core/assessment/profile/pair-evidence.ts'
import { readWords } from '../../../core/inquiry/words.ts'
import { currentLanguage, formatDay, text } from '../../kit/index.ts'
import { nameSide, writeEpisode, writeScore } from './profile-words.ts'
import styles from './profile.module.css'
import type { ProfileInHand } from './use-profile.ts'

/** What one side answered, said and was seen to do about a target. */
export function TargetSide({
  inHand,
  described,
  side,
}: {
  readonly inHand: ProfileInHand
  readonly described: DescribedTarget
  readonly side: Side
}) {
  const { pair, nameOf } = inHand
  const name = side === 'other' ? '' : nameOf(side === 'child' ? pair.childId : pair.adultId)
  const quotations = described.quotations.filter((one) => one.side === side)
  const episodes = described.episodes.filter((one) => one.sides.some((its) => its === side))
  const scores = described.scores.filter((row) => row[side] !== null)
  const isEmpty = scores.length + quotations.length + episodes.length === 0
  return (
    <div className={styles.side}>
      <h4 className={styles.sideName}>
        {name === ''
          ? nameSide(side)
          : text('assessment:profile.sideNamed', { side: nameSide(side), name })}
      </h4>
      {isEmpty && <p className={styles.fine}>{text('assessment:profile.nothingYet')}</p>}
      {scores.map((row) => (
        <ScoreBar key={row.rowId} row={row} score={row[side]} />
      ))}
      {quotations.length > 0 && (
        <details className={styles.more}>
          <summary>{text('assessment:profile.quotesCount', { count: quotations.length })}</summary>
          <ul className={styles.bare}>
            {quotations.map((one) => (
              <li key={one.spanId} className={styles.quote}>
                {one.words}
                <p className={styles.fine}>
                  {text('assessment:profile.quoteFrom', {
                    code: one.code.name,
                    day: one.on === null ? '–' : formatDay(one.on),
                  })}{' '}
                  <Anchor
                    component={Link}
                    to={`/inquiry/interviews/${one.interviewId}`}
                    underline="always"
                  >
                    {text('assessment:profile.toInterview')}
                  </Anchor>
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {episodes.length > 0 && (
        <details className={styles.more}>
          <summary>{text('assessment:profile.episodesCount', { count: episodes.length })}</summary>
          <ul className={styles.bare}>
            {episodes.map((one) => (
              <li key={one.episodeId} className={styles.quote}>
                {writeEpisode(one)}
                {one.inference !== '' && (
                  <p className={styles.fine}>
                    {text('assessment:profile.inference', { words: one.inference })}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function ScoreBar({
  row,
  score,
}: {
  readonly row: DescribedScore
  readonly score: TargetScore | null
}) {
  if (score === null) return null
  const { min, max } = score.range
  const width = max <= min ? 0 : Math.round(((score.value - min) / (max - min)) * 100)
  return (
    <div className={styles.score}>
      <div className={styles.scoreName}>
        <span>{readWords(row.title, currentLanguage())}</span>
        <span>{writeScore(score)}</span>
      </div>
      <div className={styles.bar} aria-hidden>
        <div className={styles.fill} style={{ width: `${width}%` }} />
      </div>
    </div>
  )
}
