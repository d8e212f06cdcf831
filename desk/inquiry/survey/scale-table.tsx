import { Text } from '@mantine/core'
import { smallestGroup } from '../../../core/inquiry/fold-small-groups.ts'
import { findScale } from '../../../core/inquiry/score-sheet.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { EmptyState, formatNumber, Section, text, Scrolling } from '../../kit/index.ts'
import styles from '../inquiry.module.css'
import { showWords } from '../words.ts'
import type { ShownScale, ShownSummary } from './summary-messages.ts'
import own from './survey.module.css'

/** Per subscale: n, mean, spread, and alpha in both common ways with the people each is made of. */
export function ScaleTable({
  instrument,
  summary,
  outside,
}: {
  readonly instrument: Instrument
  readonly summary: ShownSummary
  /** Whether somebody outside the team reads it: then no score of fewer than five is told (EVA-26). */
  readonly outside: boolean
}) {
  const title = text('inquiry:survey.scales')
  if (summary.scales.length === 0)
    return (
      <Section title={title}>
        <EmptyState title={text('inquiry:instrument.noScales')} />
      </Section>
    )
  return (
    <Section title={title} hint={text('inquiry:survey.scalesHint')}>
      <Scrolling label={title}>
        <table className={`${styles.numbers} ${own.rows}`}>
          <thead>
            <tr>
              <th scope="col">{text('inquiry:survey.scale')}</th>
              <th scope="col">{text('inquiry:survey.n')}</th>
              <th scope="col">{text('inquiry:survey.noScore')}</th>
              <th scope="col">{text('inquiry:survey.mean')}</th>
              <th scope="col">{text('inquiry:survey.sd')}</th>
              <th scope="col">{text('inquiry:survey.alphaListwise')}</th>
              <th scope="col">{text('inquiry:survey.alphaPairwise')}</th>
            </tr>
          </thead>
          <tbody>
            {summary.scales.map((scale) => (
              <ScaleRow
                few={outside && scale.scoredCount > 0 && scale.scoredCount < smallestGroup}
                key={scale.scaleId}
                scale={scale}
                title={showWords(
                  findScale(instrument, scale.scaleId)?.title ?? { 'zh-CN': '', en: '' },
                )}
              />
            ))}
          </tbody>
        </table>
      </Scrolling>
      <Text size="sm" c="gray.7">
        {text('inquiry:survey.alphaHint')}
      </Text>
    </Section>
  )
}

function ScaleRow({
  scale,
  title,
  few,
}: {
  readonly scale: ShownScale
  readonly title: string
  readonly few: boolean
}) {
  const { description, alphaListwise, alphaPairwise } = scale
  if (few)
    return (
      <tr data-scale={scale.scaleId}>
        <th scope="row">{title === '' ? scale.scaleId : title}</th>
        <td data-head={text('inquiry:survey.n')}>{text('evaluation:school.hidden')}</td>
        <td data-head={text('inquiry:survey.noScore')}>{formatNumber(scale.noScoreCount)}</td>
        {(['mean', 'sd', 'alphaListwise', 'alphaPairwise'] as const).map((key) => (
          <td key={key} data-head={text(`inquiry:survey.${key}`)}>
            –
          </td>
        ))}
      </tr>
    )
  return (
    <tr data-scale={scale.scaleId}>
      <th scope="row">{title === '' ? scale.scaleId : title}</th>
      <td data-head={text('inquiry:survey.n')}>{formatNumber(scale.scoredCount)}</td>
      <td data-head={text('inquiry:survey.noScore')}>{formatNumber(scale.noScoreCount)}</td>
      <td data-head={text('inquiry:survey.mean')}>
        {description.ok ? figure(description.value.mean) : reasonText(description.reason)}
      </td>
      <td data-head={text('inquiry:survey.sd')}>
        {description.ok && description.value.sd !== null ? figure(description.value.sd) : '–'}
      </td>
      <td data-head={text('inquiry:survey.alphaListwise')}>
        {alphaListwise.ok
          ? text('inquiry:survey.withN', {
              figure: figure(alphaListwise.value.alpha),
              n: formatNumber(alphaListwise.n),
            })
          : reasonText(alphaListwise.reason)}
      </td>
      <td data-head={text('inquiry:survey.alphaPairwise')}>
        {alphaPairwise.ok ? figure(alphaPairwise.value.alpha) : reasonText(alphaPairwise.reason)}
      </td>
    </tr>
  )
}

export function figure(value: number): string {
  return formatNumber(value, 3)
}

export function reasonText(reason: string): string {
  return text('inquiry:survey.notComputed', { reason: text(`inquiry:survey.reason.${reason}`) })
}
