import { Badge, Group, Stack, Text } from '@mantine/core'
import { scalesOf } from '../../../core/inquiry/check-scale.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { writeItemNames } from '../../../core/inquiry/item-names.ts'
import type { NormSet, Subscale } from '../../../core/inquiry/scale.ts'
import { itemsNeededFor } from '../../../core/inquiry/score-sheet.ts'
import { EmptyState, Facts, formatList, formatNumber, Section, text } from '../../kit/index.ts'
import styles from '../inquiry.module.css'
import { showWords } from '../words.ts'

/** How scores are made, what they are compared with and how far they can be trusted. */
export function InstrumentScales({ shown }: { readonly shown: Instrument }) {
  const scales = scalesOf(shown)
  return (
    <Section title={text('inquiry:instrument.scales', { count: scales.length })}>
      {scales.length === 0 && <EmptyState title={text('inquiry:instrument.noScales')} />}
      {scales.map((part) => (
        <ScaleFacts key={part.id} part={part} shown={shown} isTotal={part.id === shown.total?.id} />
      ))}
    </Section>
  )
}

function ScaleFacts({
  part,
  shown,
  isTotal,
}: {
  readonly part: Subscale
  readonly shown: Instrument
  readonly isTotal: boolean
}) {
  const turned =
    part.reversedItems ??
    shown.items.flatMap((item) => (item.reversed && part.items.includes(item.id) ? [item.id] : []))
  const needed = itemsNeededFor(part.missing, part.items.length)
  const title = showWords(part.title)
  return (
    <fieldset className={styles.fieldset}>
      <legend>
        <Group gap="xs">
          {title === '' ? part.id : title}
          {isTotal && <Badge tt="none">{text('inquiry:instrument.total')}</Badge>}
          {part.tags.map((tag) => (
            <Badge key={tag} variant="outline" color="gray.8" tt="none">
              {text(`inquiry:tag.${tag}`)}
            </Badge>
          ))}
        </Group>
      </legend>
      <Facts
        rows={[
          {
            label: text('inquiry:instrument.itsItems'),
            value: writeItemNames(part.items, shown.items),
          },
          {
            label: text('inquiry:instrument.reversed'),
            value: writeItemNames(turned, shown.items),
          },
          { label: text('inquiry:instrument.scoring'), value: scoringText(part) },
          {
            label: text('inquiry:instrument.direction'),
            value: text(`inquiry:direction.${part.direction}`),
          },
          {
            label: text('inquiry:instrument.missingRule'),
            value:
              part.missing.kind === 'none'
                ? text('inquiry:score.ruleNone')
                : text('inquiry:score.ruleEnough', { needed }),
          },
          { label: text('inquiry:instrument.reliability'), value: <Reliability part={part} /> },
          { label: text('inquiry:instrument.norms'), value: <Norms norms={part.norms} /> },
        ]}
      />
    </fieldset>
  )
}

function scoringText(part: Subscale): string {
  const how = text(`inquiry:scoring.${part.scoring}`)
  if (part.factor === 1) return how
  return formatList([how, text('inquiry:score.factor', { factor: formatNumber(part.factor) })])
}

function Reliability({ part }: { readonly part: Subscale }) {
  if (part.reliability.length === 0) return text('inquiry:instrument.noReliability')
  return (
    <Stack gap={2}>
      {part.reliability.map((one) => (
        <span key={`${one.kind} ${one.value} ${one.population}`}>
          {text(`inquiry:reliabilityKind.${one.kind}`)} {one.value}
          {one.population === '' ? '' : ` · ${one.population}`} · {one.source}
        </span>
      ))}
    </Stack>
  )
}

function Norms({ norms }: { readonly norms: readonly NormSet[] }) {
  if (norms.length === 0) return text('inquiry:instrument.noNorms')
  return (
    <Stack gap={6}>
      {norms.map((norm) => (
        <div key={norm.id}>
          <Text fw={600}>{showWords(norm.title)}</Text>
          {norm.bands.map((band) => (
            <Text key={band.id} size="sm">
              {band.from ?? '…'}–{band.to ?? '…'}: {showWords(band.title)}
            </Text>
          ))}
          <Text size="sm" c="gray.7">
            {norm.source}
            {norm.uncertain ? ` · ${text('inquiry:instrument.uncertainNorm')}` : ''}
          </Text>
        </div>
      ))}
      <Text size="sm" c="gray.7">
        {text('inquiry:notDiagnosis')}
      </Text>
    </Stack>
  )
}
