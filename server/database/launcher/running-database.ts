import type { PoolConfig } from 'pg'

/**
 * owner runs migrations and restore; app is what requests use (row-level security binds it);
 * reports and backup only read.
 */
export type DatabaseRole = 'owner' | 'app' | 'reports' | 'backup'
export const databaseRoles = ['owner', 'app', 'reports', 'backup'] as const

export const roleNames = {
  owner: 'kiteline_owner',
  app: 'kiteline_app',
  reports: 'kiteline_reports',
  backup: 'kiteline_backup',
} as const satisfies Record<DatabaseRole, string>

export interface RunningDatabase {
  /** For tools that take an address; holds the owner's password: never log it. */
  readonly ownerUrl: string
  readonly ownerConfig: PoolConfig
  configFor(role: DatabaseRole): PoolConfig
  /** True when the server was running already and this start only joined it. */
  readonly adopted: boolean
  readonly majorVersion: number
  /** Leaves the database; the last Kiteline to leave a private server stops it. Safe to call twice. */
  stop(): Promise<void>
}

export function buildUrl(config: {
  host: string
  port: number
  user: string
  password: string
  database: string
}): string {
  const user = encodeURIComponent(config.user)
  const password = encodeURIComponent(config.password)
  const path = `${encodeURIComponent(config.database)}?host=${encodeURIComponent(config.host)}`
  return `postgresql://${user}:${password}@localhost:${config.port}/${path}`
}
