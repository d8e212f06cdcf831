import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { consentPurposes } from '../../../core/families/consent.ts'
import type { Guardianship } from '../../../core/families/guardianship.ts'
import { type Finding, findCensus, findCivilAffairs } from '../../../core/families/left-behind.ts'
import { orderPairs } from '../../../core/families/order-pairs.ts'
import { person, type Person } from '../../../core/families/person.ts'
import { ConflictMark, text, UnsentMark } from '../../kit/index.ts'
import { type LocalRecord, useToday } from '../../sync/index.ts'
import { ConsentBadge } from '../consent/consent-badge.tsx'
import { describeAge } from '../describe-person.ts'
import styles from '../families.module.css'
import { type FamilyFile, nameOf } from '../use-register.ts'

export interface ChildCardProps {
  readonly file: FamilyFile
  readonly child: LocalRecord<Person>
}

/** One child: who it is, who is responsible, and what has been consented to. */
export function ChildCard({ file, child }: ChildCardProps) {
  const today = useToday()
  const familyId = file.family.id
  return (
    <li className={styles.inner}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Anchor
            component={Link}
            to={`/families/${familyId}/people/${child.id}`}
            fw={600}
            size="lg"
          >
            {child.name}
          </Anchor>
          <Text c="gray.7">{describeAge(child, today)}</Text>
        </Group>
        <Group gap={6}>
          <UnsentMark record={child} />
          <ConflictMark kind={person} record={child} />
        </Group>
        <Definition name="civilAffairs" finding={findCivilAffairs(file, child, today)} />
        <Definition name="census" finding={findCensus(file, child, today)} />
        <Responsible file={file} child={child} />
        <Group gap={6}>
          {consentPurposes.map((purpose) => (
            <ConsentBadge key={purpose} file={file} childId={child.id} purpose={purpose} />
          ))}
        </Group>
        <Group gap="xs">
          <Button component={Link} to={`/families/${familyId}/consent/${child.id}`} variant="light">
            {text('families:consent.open')}
          </Button>
          <Button component={Link} to={`/families/${familyId}/bonds/${child.id}`} variant="default">
            {text('families:bonds.open')}
          </Button>
        </Group>
      </Stack>
    </li>
  )
}

const signs = { true: '●', false: '○', null: '?' } as const

function Definition({
  name,
  finding,
}: {
  readonly name: 'civilAffairs' | 'census'
  readonly finding: Finding
}) {
  const { holds, because } = finding
  return (
    <Text size="sm">
      <span aria-hidden="true">{signs[`${holds}`]} </span>
      <strong>{text(`families:definition.${name}`)}</strong>
      {text('families:labelSeparator')}
      {text(`families:definition.holds.${holds}`)}
      <span className={styles.quiet}> · {text(`families:because.${because}`)}</span>
    </Text>
  )
}

/** A guardian by being a parent: as which of the two. */
function standingOf(file: ChildCardProps['file'], bond: Guardianship): string {
  const its = file.pairs.find(
    ({ childId, adultId }) => childId === bond.childId && adultId === bond.adultId,
  )
  return bond.basis === 'parent' && its !== undefined
    ? text(`families:relation.${its.relation}`)
    : text(`families:basis.${bond.basis}`)
}

function Responsible({ file, child }: ChildCardProps) {
  const today = useToday()
  const bonds = file.guardianships.filter(
    ({ childId, until }) => childId === child.id && (until === null || until > today),
  )
  const named = (kind: 'legalGuardian' | 'caregiver') =>
    bonds
      .filter((bond) => bond.kind === kind)
      .map((bond) =>
        text('families:bonds.named', {
          name: nameOf(file, bond.adultId),
          as: standingOf(file, bond),
        }),
      )
      .join(text('families:nameSeparator')) || text('families:bonds.none')
  const pairs = orderPairs(
    file.pairs.filter(({ childId }) => childId === child.id),
    { people: file.people, stays: file.migrations, today },
  )
  return (
    <Text size="sm" component="div">
      <div>
        <strong>{text('families:bonds.guardian')}</strong>
        {text('families:labelSeparator')}
        {named('legalGuardian')}
      </div>
      <div>
        <strong>{text('families:bonds.caregiver')}</strong>
        {text('families:labelSeparator')}
        {named('caregiver')}
      </div>
      <div>
        <strong>{text('families:bonds.pairs')}</strong>
        {text('families:labelSeparator')}
        {pairs.length === 0 && text('families:bonds.none')}
        {pairs.map((pair, index) => (
          <span key={pair.id}>
            {index > 0 && text('families:nameSeparator')}
            <PairLink file={file} pair={pair} />
          </span>
        ))}
      </div>
    </Text>
  )
}

/** The pair leads to its profile. */
function PairLink({
  file,
  pair,
}: {
  readonly file: FamilyFile
  readonly pair: FamilyFile['pairs'][number]
}) {
  const words = `${text(`families:relation.${pair.relation}`)} ${nameOf(file, pair.adultId)}`
  return (
    <Anchor
      component={Link}
      to={`/assessment/families/${pair.familyId}/profile?pair=${pair.id}`}
      aria-label={`${words}${text('families:labelSeparator')}${text('assessment:profile.title')}`}
      size="sm"
      underline="always"
    >
      {words}
    </Anchor>
  )
}
