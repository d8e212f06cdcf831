import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { family } from '../../../core/families/family.ts'
import { Section, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'

/** Where a family's own papers are printed; nothing for whoever looks after no family. */
export function ToFamilyPapers() {
  const families = useRecords(family)
  if (families.length === 0) return null
  return (
    <Section
      title={text('paperwork:family.inReports')}
      hint={text('paperwork:family.inReportsHint')}
    >
      <Anchor component={Link} to="/families" underline="always">
        {text('paperwork:family.inReportsTo')}
      </Anchor>
    </Section>
  )
}
