import { Button, NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { Evidence, WaveEvidence } from '../../../core/evaluation/gather-evidence.ts'
import { scaleTags } from '../../../core/inquiry/scale.ts'
import { formatDay, formatList, text, useDoing } from '../../kit/index.ts'
import { EvidenceTable } from './evidence-table.tsx'
import { figureOfContact } from './figures.ts'
import styles from './planning.module.css'
import type { PlanInHand } from './use-plan.ts'

/** Longest text of the background, as its record allows. */
const mostCharacters = 4000

/** What the system already knows of the need, dimension by dimension, each figure with source and n; one tap takes it into the plan. */
export function PlanEvidence({
  inHand,
  evidence,
  editing,
}: {
  readonly inHand: PlanInHand
  readonly evidence: Evidence
  readonly editing: boolean
}) {
  const doing = useDoing()
  const [waveId, setWaveId] = useState('')
  const { waves, contact, surveys, silent } = evidence
  const chosen = waves.find(({ wave }) => wave.id === waveId) ?? waves[0]
  const { background } = inHand.plan
  const take = (sentence: string) =>
    doing.run(() =>
      inHand.write((present) => ({
        background: joinLines(present.background, sentence).slice(0, mostCharacters),
      })),
    )
  const takeOf = (sentence: string) =>
    editing ? (
      <TakeButton
        taken={background.includes(sentence)}
        label={sentence}
        onTake={() => void take(sentence)}
      />
    ) : null
  return (
    <>
      {evidence.of === 'register' && waves.length + contact.length > 0 && (
        <p className={styles.fine}>
          {text('groupwork:planning.ofRegister', { families: evidence.families })}
        </p>
      )}
      {chosen === undefined ? (
        <p className={styles.fine}>{text('groupwork:planning.noWave')}</p>
      ) : (
        <>
          {waves.length > 1 && (
            <NativeSelect
              className={styles.onScreen}
              label={text('groupwork:planning.chooseWave')}
              value={chosen.wave.id}
              onChange={(event) => setWaveId(event.currentTarget.value)}
              data={waves.map(({ wave }) => ({
                value: wave.id,
                label: `${wave.title} · ${formatDay(wave.opensOn)}`,
              }))}
            />
          )}
          <EvidenceTable at={sortByTag(chosen)} takeOf={takeOf} />
        </>
      )}
      {contact.length > 0 && (
        <ul className={styles.hints}>
          {contact.map((mean) => {
            const { sentence } = figureOfContact(evidence, mean)
            return (
              <li key={mean.id}>
                {sentence} {takeOf(sentence)}
              </li>
            )
          })}
          {silent > 0 && <SilentLine evidence={evidence} takeOf={takeOf} />}
        </ul>
      )}
      {surveys.length > 0 && (
        <p className={[styles.fine, styles.onScreen].join(' ')}>
          {text('groupwork:planning.surveys')}{' '}
          {surveys.slice(0, 5).map(({ id, title }) => (
            <Link key={id} to={`/inquiry/waves/${id}/survey`} className={styles.surveyLink}>
              {title}
            </Link>
          ))}
        </p>
      )}
    </>
  )
}

function SilentLine({
  evidence: { silent, today, contact },
  takeOf,
}: {
  readonly evidence: Evidence
  readonly takeOf: (sentence: string) => ReactNode
}) {
  const sentence = text('groupwork:planning.figure.silent', {
    silent,
    n: contact[0]?.n ?? 0,
    day: formatDay(today),
  })
  return (
    <li>
      {sentence} {takeOf(sentence)}
    </li>
  )
}

function TakeButton({
  taken,
  label,
  onTake,
}: {
  readonly taken: boolean
  readonly label: string
  readonly onTake: () => void
}) {
  return (
    <Button
      className={styles.onScreen}
      size="compact-sm"
      variant="default"
      disabled={taken}
      aria-label={formatList([text('groupwork:planning.take'), label])}
      onClick={onTake}
    >
      {text(taken ? 'groupwork:planning.taken' : 'groupwork:planning.take')}
    </Button>
  )
}

/** Both sides of one dimension stand together. */
function sortByTag(at: WaveEvidence): WaveEvidence {
  const place = (tags: readonly string[]) => scaleTags.findIndex((tag) => tags.includes(tag))
  const order = (tags: readonly string[]) => (place(tags) < 0 ? scaleTags.length : place(tags))
  return {
    ...at,
    means: at.means.toSorted(
      (left, right) =>
        order(left.tags) - order(right.tags) || left.respondent.localeCompare(right.respondent),
    ),
  }
}

function joinLines(before: string, line: string): string {
  return before.trim() === '' ? line : `${before.trimEnd()}\n${line}`
}
