import { NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import type { AnswerSheet } from '../../../core/inquiry/answer-sheet.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import {
  bandOf,
  findScale,
  listScores,
  rangeOf,
  scoreSheet,
  type ScaleScore,
} from '../../../core/inquiry/score-sheet.ts'
import type { Subscale } from '../../../core/inquiry/scale.ts'
import { EmptyState, formatNumber, RefusalNote, Section, text } from '../../kit/index.ts'
import styles from '../inquiry.module.css'
import { showWords } from '../words.ts'

/** Scores with their making: anybody can follow them by hand. */
export function SheetScores({
  instrument,
  sheet,
}: {
  readonly instrument: Instrument
  readonly sheet: AnswerSheet
}) {
  const scored = scoreSheet(instrument, sheet.answers)
  return (
    <Section title={text('inquiry:sheet.scores')}>
      {!scored.ok && <RefusalNote refusal={scored.refusal} />}
      {scored.ok && listScores(scored.value).length === 0 && (
        <EmptyState title={text('inquiry:instrument.noScales')} />
      )}
      {scored.ok &&
        listScores(scored.value).map((score) => {
          const part = findScale(instrument, score.scaleId)
          return part === null ? null : (
            <ScoreCard key={score.scaleId} score={score} part={part} instrument={instrument} />
          )
        })}
    </Section>
  )
}

function ScoreCard({
  score,
  part,
  instrument,
}: {
  readonly score: ScaleScore
  readonly part: Subscale
  readonly instrument: Instrument
}) {
  const range = rangeOf(instrument, part)
  const title = showWords(part.title)
  return (
    <div className={styles.card}>
      <Text fw={600}>{title === '' ? part.id : title}</Text>
      <Text>
        {score.value === null ? (
          text(`inquiry:score.${score.reason === 'NotAsked' ? 'notAsked' : 'tooFewAnswers'}`, {
            answered: score.itemsAnswered,
            needed: score.itemsNeeded,
          })
        ) : (
          <>
            <strong style={{ fontSize: '1.4rem' }}>{shortNumber(score.value)}</strong>{' '}
            {text('inquiry:sheet.range', {
              min: shortNumber(range.min),
              max: shortNumber(range.max),
            })}
            {' · '}
            {text(`inquiry:direction.${part.direction}`)}
          </>
        )}
      </Text>
      {score.value !== null && <NormBand part={part} value={score.value} />}
      <details>
        <summary>{text('inquiry:sheet.howMade')}</summary>
        <Making score={score} />
      </details>
    </div>
  )
}

function shortNumber(value: number): string {
  return formatNumber(Math.round(value * 100) / 100)
}

function Making({ score }: { readonly score: ScaleScore }) {
  const figures = {
    sum: shortNumber(score.sumOfAnswered),
    answered: score.itemsAnswered,
    count: score.itemCount,
  }
  return (
    <>
      <ol className={styles.steps}>
        {score.steps.map((step) => (
          <li key={step.itemId}>
            {step.raw === null || step.value === null
              ? text(`inquiry:score.${step.asked ? 'missingStep' : 'notAskedStep'}`, {
                  number: step.number,
                })
              : text(step.reversed ? 'inquiry:score.reversedStep' : 'inquiry:score.plainStep', {
                  number: step.number,
                  min: step.min,
                  max: step.max,
                  raw: step.raw,
                  value: step.value,
                })}
          </li>
        ))}
      </ol>
      <Text size="sm">{text(`inquiry:score.${score.formula}`, figures)}</Text>
      {score.factor !== 1 && (
        <Text size="sm">{text('inquiry:score.factor', { factor: shortNumber(score.factor) })}</Text>
      )}
      <Text size="sm" c="gray.7">
        {score.missingRule.kind === 'none'
          ? text('inquiry:score.ruleNone')
          : text('inquiry:score.ruleEnough', { needed: score.itemsNeeded })}
      </Text>
    </>
  )
}

/** A band belongs to a named population, which a person chooses; it is a signpost. */
function NormBand({ part, value }: { readonly part: Subscale; readonly value: number }) {
  const [normId, setNormId] = useState('')
  if (part.norms.length === 0) return null
  const norm = part.norms.find(({ id }) => id === normId)
  const band = normId === '' ? null : bandOf(part, normId, value)
  return (
    <>
      <NativeSelect
        label={text('inquiry:sheet.norm')}
        value={normId}
        onChange={(event) => setNormId(event.currentTarget.value)}
        data={[
          { value: '', label: text('inquiry:sheet.noNorm') },
          ...part.norms.map(({ id, title }) => ({ value: id, label: showWords(title) })),
        ]}
      />
      {norm !== undefined && (
        <Text>
          {band === null ? text('inquiry:sheet.noBand') : showWords(band.title)} ·{' '}
          {showWords(norm.title)}
          {norm.uncertain ? ` · ${text('inquiry:instrument.uncertainNorm')}` : ''} ·{' '}
          {text('inquiry:notDiagnosis')}
        </Text>
      )}
    </>
  )
}
