import { Link } from 'react-router'
import type { DefinitionCount, StartOfGroup } from '../../../core/evaluation/describe-start.ts'
import { readWords } from '../../../core/inquiry/words.ts'
import {
  currentLanguage,
  formatDay,
  formatList,
  formatNumber,
  Section,
  text,
} from '../../kit/index.ts'
import { PlanWords } from './plan-words.tsx'
import styles from './planning.module.css'
import type { PlanInHand } from './use-plan.ts'

/** Why this group: what the records say of its families, each number with what it is of, and what the worker adds. */
export function PlanBackground({
  inHand,
  start,
  editing,
}: {
  readonly inHand: PlanInHand
  readonly start: StartOfGroup
  readonly editing: boolean
}) {
  return (
    <Section
      title={text('groupwork:planning.background')}
      hint={text('groupwork:planning.backgroundHint')}
    >
      {start.children === 0 ? (
        <p className={styles.fine}>
          {text('groupwork:planning.noSeats')}{' '}
          <Link to={`/groupwork/groups/${inHand.file.group.id}/seats`} className={styles.link}>
            {text('groupwork:page.toSeats')}
          </Link>
        </p>
      ) : (
        <ul className={styles.hints}>
          {linesOf(start).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <StartMeans start={start} />
      <PlanWords inHand={inHand} field="background" editing={editing} />
    </Section>
  )
}

function linesOf(start: StartOfGroup): readonly string[] {
  const { families, children, away, silences } = start
  const provinces = start.provinces.map(({ province, count }) =>
    text('groupwork:planning.start.province', { province, people: count }),
  )
  return [
    text('groupwork:planning.start.families', { families, children }),
    text('groupwork:planning.start.civilAffairs', definitionOf(start.civilAffairs, children)),
    text('groupwork:planning.start.census', definitionOf(start.census, children)),
    text('groupwork:planning.start.away', { people: away }) +
      (provinces.length === 0
        ? ''
        : text('groupwork:planning.start.where', { where: formatList(provinces) })),
    text('groupwork:planning.start.silences', { ...silences }),
  ]
}

function definitionOf({ holds, unknown }: DefinitionCount, children: number) {
  const open = unknown === 0 ? '' : text('groupwork:planning.start.unknown', { children: unknown })
  return { holds, children, open }
}

function StartMeans({ start: { wave, means } }: { readonly start: StartOfGroup }) {
  if (wave === null) return <p className={styles.fine}>{text('groupwork:planning.noWave')}</p>
  if (means.length === 0)
    return (
      <p className={styles.fine}>{text('groupwork:planning.noAnswers', { wave: wave.title })}</p>
    )
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>
          {text('groupwork:planning.means', { wave: wave.title, day: formatDay(wave.opensOn) })}
        </caption>
        <thead>
          <tr>
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
          </tr>
        </thead>
        <tbody>
          {means.map(({ id, title, respondent, mean, n, of, range }) => (
            <tr key={id}>
              <th scope="row">{readWords(title, currentLanguage())}</th>
              <td>{text(`inquiry:respondent.${respondent}`)}</td>
              <td className={styles.number}>{formatNumber(mean, 1)}</td>
              <td className={styles.number}>
                {text('groupwork:planning.fromTo', {
                  from: formatNumber(range.min),
                  to: formatNumber(range.max),
                })}
              </td>
              <td className={styles.number}>{text('groupwork:planning.nOf', { n, of })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
