import { List, Text } from '@mantine/core'
import { Section, text } from '../../kit/index.ts'

const done = {
  system: ['count', 'hold', 'erase', 'never'],
  person: ['confirm', 'decide', 'clear', 'reason'],
} as const

/** What follows from a period that is over: what no person needs to do, and what no program does for them (RIG-13). */
export function WhoDoesWhat() {
  return (
    <Section title={text('rights:whoDoes.title')}>
      <Text fw={600}>{text('rights:whoDoes.systemTitle')}</Text>
      <List>
        {done.system.map((one) => (
          <List.Item key={one}>{text(`rights:whoDoes.system.${one}`)}</List.Item>
        ))}
      </List>
      <Text fw={600}>{text('rights:whoDoes.personTitle')}</Text>
      <List>
        {done.person.map((one) => (
          <List.Item key={one}>{text(`rights:whoDoes.person.${one}`)}</List.Item>
        ))}
      </List>
    </Section>
  )
}
