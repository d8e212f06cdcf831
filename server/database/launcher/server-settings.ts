import type { DatabasePlace } from './database-place.ts'

/**
 * Given on the command line at every start, where neither an edited file nor ALTER SYSTEM can weaken them.
 * Sized for a laptop with little memory that serves one agency.
 */
export function listServerSettings(
  place: DatabasePlace,
  port: number,
  platform: NodeJS.Platform,
): string[] {
  // Windows has no socket that only its owner can open: loopback, guarded by the scram passwords. Untested there.
  const listening =
    platform === 'win32'
      ? { listen_addresses: '127.0.0.1' }
      : {
          listen_addresses: '',
          unix_socket_directories: place.socketDir,
          unix_socket_permissions: '0700',
        }
  const settings: Record<string, string> = {
    ...listening,
    port: String(port),
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    shared_buffers: '64MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_connections: '60',
    max_wal_size: '512MB',
    max_worker_processes: '4',
    max_parallel_workers: '2',
    jit: 'off',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    // A statement, its parameters or the DETAIL of an error can carry a child's name: none may reach the log.
    log_statement: 'none',
    log_min_duration_statement: '-1',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    // The name of every process of this server shows which database it serves.
    cluster_name: 'kiteline',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
