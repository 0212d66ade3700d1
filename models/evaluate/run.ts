import { toProblem } from '../../src/domain/errors.ts'
import { UsageError } from './usageError.ts'

/**
 * Runs a command with its arguments and the folder it was called from, which npm replaces by the package's. A mistake in
 * the arguments ends it with status 2 and `usage`, any other failure with status 1.
 */
export async function run(
  usage: string,
  command: (args: string[], from: string) => Promise<void>,
): Promise<void> {
  const args = process.argv.slice(2)
  if (args.includes('--help')) {
    process.stdout.write(usage)
    return
  }
  try {
    await command(args, process.env['INIT_CWD'] ?? process.cwd())
  } catch (error) {
    process.exitCode = error instanceof UsageError ? 2 : 1
    process.stderr.write(
      error instanceof UsageError ? `${error.message}\n\n${usage}` : `${toProblem(error).message}\n`,
    )
  }
}
