import { Alert, Text } from '@mantine/core'
import { findDisagreements } from '../../../core/assessment/profile/find-disagreements.ts'
import type {
  PairEntry,
  PairEvidence,
  TargetEvidence,
  TargetScore,
} from '../../../core/assessment/profile/pair-evidence.ts'
import { suggestTargets } from '../../../core/assessment/profile/suggest-targets.ts'
import { readWords } from '../../../core/inquiry/words.ts'
import {
  currentLanguage,
  DataTable,
  EmptyState,
  formatDay,
  formatNumber,
  Icon,
  Section,
  text,
} from '../../kit/index.ts'
import { nameTarget, writeDisagreement, writeReason, writeScore } from './profile-words.ts'
import { usePairEvidence } from './use-pair-evidence.ts'

export function ProfileSections({ pair }: { readonly pair: PairEntry }) {
  const evidence = usePairEvidence(pair)
  return (
    <>
      <Missing evidence={evidence} />
      <BothSides evidence={evidence} />
      <Apart evidence={evidence} />
      <Suggested evidence={evidence} />
    </>
  )
}

function Missing({ evidence: { missing } }: { readonly evidence: PairEvidence }) {
  if (missing.length === 0) return null
  return (
    <Alert color="gray" variant="light" icon={<Icon name="inquiry" />} mt="md">
      <Text fw={600}>{text('assessment:profile.missingTitle')}</Text>
      <ul>
        {missing.map((id) => (
          <li key={id}>{text(`assessment:profile.missing.${id}`)}</li>
        ))}
      </ul>
    </Alert>
  )
}

interface Line {
  readonly key: string
  readonly name: string
  readonly evidence: TargetEvidence
  readonly child: TargetScore | undefined
  readonly adult: TargetScore | undefined
  readonly other: TargetScore | undefined
}

function BothSides({ evidence }: { readonly evidence: PairEvidence }) {
  const log = evidence.targets.find((one) => one.log !== null)?.log ?? null
  const lines = evidence.targets.flatMap(linesOf)
  const withOther = lines.some(({ other }) => other !== undefined)
  const side = (name: 'child' | 'adult' | 'other') => ({
    name,
    label: text(`assessment:profile.${name}`),
    show: (line: Line) => (line[name] === undefined ? '–' : writeScore(line[name])),
  })
  return (
    <Section
      title={text('assessment:profile.sidesTitle')}
      hint={text('assessment:profile.sidesHint')}
    >
      <DataTable
        caption={text('assessment:profile.sidesTitle')}
        rows={lines}
        keyOf={({ key }) => key}
        empty={<EmptyState title={text('assessment:profile.noScores')} />}
        columns={[
          {
            name: 'measure',
            label: text('assessment:profile.measure'),
            show: ({ name }) => name,
          },
          side('child'),
          side('adult'),
          ...(withOther ? [side('other')] : []),
          {
            name: 'words',
            label: text('assessment:profile.words'),
            show: (line) => countWords(line.evidence),
          },
        ]}
      />
      {log !== null && (
        <Text>
          <b>
            {text('assessment:profile.log', { from: formatDay(log.from), to: formatDay(log.to) })}
          </b>{' '}
          {text('assessment:profile.logFigure', {
            reached: log.reached,
            missed: log.missed,
            perWeek: formatNumber(log.perWeek, 1),
            child: log.startedBy.child,
            adult: log.startedBy.adult,
          })}
        </Text>
      )}
    </Section>
  )
}

function linesOf(evidence: TargetEvidence): readonly Line[] {
  const { target, rows, quotations } = evidence
  if (rows.length === 0 && quotations.length > 0) {
    const nobody = { child: undefined, adult: undefined, other: undefined }
    return [{ key: target, name: nameTarget(target), evidence, ...nobody }]
  }
  return rows.map((row) => ({
    key: `${target} ${row.id}`,
    name: readWords(row.title, currentLanguage()),
    evidence,
    child: row.child.at(-1),
    adult: row.adult.at(-1),
    other: row.other.at(-1),
  }))
}

function countWords({ quotations }: TargetEvidence): string {
  if (quotations.length === 0) return '–'
  const count = (sense: string) => quotations.filter((one) => one.sense === sense).length
  return text('assessment:profile.count', { bright: count('bright'), dark: count('dark') })
}

function Apart({ evidence }: { readonly evidence: PairEvidence }) {
  const found = findDisagreements(evidence)
  return (
    <Section
      title={text('assessment:profile.apartTitle')}
      hint={text('assessment:profile.apartHint')}
    >
      {found.length === 0 ? (
        <Text>{text('assessment:profile.apartNone')}</Text>
      ) : (
        <ul>
          {found.map((one) => (
            <li key={JSON.stringify(one)}>{writeDisagreement(one)}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Suggested({ evidence }: { readonly evidence: PairEvidence }) {
  const found = suggestTargets(evidence)
  return (
    <Section
      title={text('assessment:profile.suggestTitle')}
      hint={text('assessment:profile.suggestHint')}
    >
      {found.length === 0 && <Text>{text('assessment:profile.suggestNone')}</Text>}
      {found.map(({ target, reasons }) => (
        <div key={target}>
          <Text fw={600}>{nameTarget(target)}</Text>
          <ul>
            {[...new Set(reasons.map(writeReason))].map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}
