import { Anchor, Group, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { mayReach } from '../../../core/families/may-reach.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { isAwayOn } from '../../../core/families/migration.ts'
import { person, type Person } from '../../../core/families/person.ts'
import { ConflictMark, text, UnsentMark } from '../../kit/index.ts'
import { type LocalRecord, useRecords, useToday } from '../../sync/index.ts'
import { describeStay } from '../describe-person.ts'
import styles from '../families.module.css'
import type { FamilyFile } from '../use-register.ts'

export function AdultCard({
  file,
  adult,
}: {
  readonly file: FamilyFile
  readonly adult: LocalRecord<Person>
}) {
  const today = useToday()
  const restrictions = useRecords(restrictedParty, { familyId: file.family.id })
  const keptAway = !mayReach(restrictions, adult.id, null)
  const stays = file.migrations.filter(
    (stay) => stay.personId === adult.id && isAwayOn(stay, today),
  )
  return (
    <li className={styles.inner}>
      <Stack gap={4}>
        <Group justify="space-between" gap="xs">
          <Anchor
            component={Link}
            to={`/families/${file.family.id}/people/${adult.id}`}
            fw={600}
            size="lg"
          >
            {adult.name}
          </Anchor>
          <Text c="gray.7">{relationWords(file, adult)}</Text>
        </Group>
        <Group gap={6}>
          <UnsentMark record={adult} />
          <ConflictMark kind={person} record={adult} />
        </Group>
        {keptAway && (
          <Text size="sm" fw={600} c="kite.8">
            {text('restricted:party.onCard')}
          </Text>
        )}
        {!adult.alive && <Text size="sm">{text('families:where.dead')}</Text>}
        {stays.map((stay) => (
          <Text key={stay.id} size="sm">
            {text('families:where.awayAt', { place: describeStay(stay) })}
          </Text>
        ))}
        {stays.length === 0 && adult.alive && (
          <Text size="sm">{text(`families:where.${whereOf(adult)}`)}</Text>
        )}
        {adult.phone !== '' && keptAway && <Text>{adult.phone}</Text>}
        {adult.phone !== '' && !keptAway && (
          <Anchor href={`tel:${adult.phone.split('/')[0]?.replace(/\s/g, '')}`}>
            {adult.phone}
          </Anchor>
        )}
      </Stack>
    </li>
  )
}

function whereOf({ livesHere }: Person): string {
  if (livesHere === null) return 'notAsked'
  return livesHere ? 'here' : 'elsewhere'
}

function relationWords(file: FamilyFile, adult: LocalRecord<Person>): string {
  const relations = new Set(
    file.pairs
      .filter(({ adultId }) => adultId === adult.id)
      .map(({ relation }) => text(`families:relation.${relation}`)),
  )
  return relations.size > 0
    ? [...relations].join(text('families:nameSeparator'))
    : text(`families:role.${adult.role}`)
}
