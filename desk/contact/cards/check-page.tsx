import { Button, Text } from '@mantine/core'
import { Link } from 'react-router'
import { pictureCheck } from '../../../core/contact/picture-check.ts'
import { Icon, Page, Section, text } from '../../kit/index.ts'
import { useMay, useRecords } from '../../sync/index.ts'
import { AskForm } from './ask-form.tsx'
import { AskedPeople } from './asked-people.tsx'

/** Whether our pictures say what they should is not for us to say: people are asked, and counted. */
export function CheckPage() {
  const checks = useRecords(pictureCheck)
  const may = useMay('pictureCheck', 'create', 'agency')
  return (
    <Page
      title={text('cards:check.title')}
      back={{ to: '/contact/cards', label: text('cards:title') }}
      actions={
        <Button
          component={Link}
          to="/contact/cards/check/sheet"
          variant="default"
          leftSection={<Icon name="print" size={18} />}
        >
          {text('cards:check.print')}
        </Button>
      }
    >
      <Text>{text('cards:check.hint')}</Text>
      <Section title={text('cards:check.people', { count: checks.length })}>
        {checks.length === 0 && <Text c="gray.7">{text('cards:check.nobody')}</Text>}
        <AskedPeople checks={checks} />
      </Section>
      {may ? <AskForm checks={checks} /> : <Text c="gray.7">{text('cards:check.readOnly')}</Text>}
      <Text size="sm" c="gray.7">
        {text('cards:check.rule')}
      </Text>
    </Page>
  )
}
