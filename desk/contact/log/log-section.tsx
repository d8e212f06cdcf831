import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { couldBeOne } from '../../../core/contact/could-be-one.ts'
import { matchAccounts } from '../../../core/contact/match-accounts.ts'
import { Section, text } from '../../kit/index.ts'
import type { PairContact } from '../use-pair-contact.ts'
import { NoneForm } from './none-form.tsx'
import { SilenceLines } from './silence-lines.tsx'
import { TellForm } from './tell-form.tsx'
import { ToldContactLine } from './told-contact-line.tsx'
import styles from '../contact.module.css'

/** The last ones; what came before is one tap away. */
const shownFirst = 3

/** Every contact once, with everybody's account of it; where they differ it says so without judging who is right. */
export function LogSection({ contact }: { readonly contact: PairContact }) {
  const [search] = useSearchParams()
  const [open, setOpen] = useState<'tell' | 'none' | null>(
    search.get('tell') === null ? null : 'tell',
  )
  const [all, setAll] = useState(false)
  const told = matchAccounts(contact.log.accounts, contact.log.matches).toReversed()
  const writable = contact.mayWrite && contact.consented
  return (
    <Section title={text('contact:told.title')} hint={text('contact:told.hint')}>
      {writable && open === null && (
        <Group gap="xs" className="no-print">
          <Button onClick={() => setOpen('tell')}>{text('contact:log.add')}</Button>
          <Button variant="default" onClick={() => setOpen('none')}>
            {text('contact:none.add')}
          </Button>
        </Group>
      )}
      {writable && open === 'tell' && <TellForm contact={contact} onClose={() => setOpen(null)} />}
      {writable && open === 'none' && <NoneForm contact={contact} onClose={() => setOpen(null)} />}
      {told.length + contact.silences.length === 0 && (
        <Text c="gray.7">{text('contact:told.nothing')}</Text>
      )}
      <ul className={styles.lines}>
        <SilenceLines contact={contact} />
        {(all ? told : told.slice(0, shownFirst)).map((one) => (
          <ToldContactLine
            key={one.id}
            contact={contact}
            told={one}
            twins={told.filter((other) => couldBeOne(one, other))}
          />
        ))}
      </ul>
      {!all && told.length > shownFirst && (
        <Button variant="default" onClick={() => setAll(true)}>
          {text('contact:log.all', { count: told.length })}
        </Button>
      )}
    </Section>
  )
}
