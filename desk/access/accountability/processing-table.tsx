import type { ProcessingLine } from '../../../core/access/accountability/impact-assessment.ts'
import { type Column, DataTable, formatList, text, textOrNull } from '../../kit/index.ts'

/** What is held, how much of it lies sealed, and who may ever read it: from the declarations of the records themselves. */
export function ProcessingTable({ lines }: { readonly lines: readonly ProcessingLine[] }) {
  const columns: readonly Column<ProcessingLine>[] = [
    {
      name: 'class',
      label: text('accountability:processing.dataClass'),
      show: ({ dataClass }) => text(`accountability:dataClass.${dataClass}`),
    },
    {
      name: 'kinds',
      label: text('accountability:processing.kinds'),
      numeric: true,
      show: ({ kinds }) => kinds.length,
    },
    {
      name: 'fields',
      label: text('accountability:processing.fields'),
      numeric: true,
      show: ({ fields, sealedFields }) =>
        text('accountability:processing.sealedOf', { sealed: sealedFields, fields }),
    },
    {
      name: 'readers',
      label: text('accountability:processing.readers'),
      show: ({ readers, ownOnly }) => (
        <>
          <div>{nameRoles(readers)}</div>
          {ownOnly.length > 0 && (
            <div>
              {text('accountability:processing.ownOnly')}
              {text('families:labelSeparator')}
              {nameRoles(ownOnly)}
            </div>
          )}
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption={text('accountability:processing.title')}
      columns={columns}
      rows={lines}
      keyOf={({ dataClass }) => dataClass}
    />
  )
}

function nameRoles(roles: readonly string[]): string {
  return formatList(roles.map((role) => textOrNull(`access:roles.${role}`) ?? role))
}
