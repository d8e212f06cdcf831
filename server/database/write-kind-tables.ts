import { writeFileSync } from 'node:fs'
import { allKinds } from '../../core/kinds.ts'
import { writeKindMigration } from './kind-tables.ts'

writeFileSync(new URL('./migrations/0002-kinds.sql', import.meta.url), writeKindMigration(allKinds))
