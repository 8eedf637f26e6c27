import { Command, CommanderError, type Help, Option } from 'commander'
import { appVersion } from '../../shared/kernel/app-version.ts'
import { createI18n, type Translate } from '../../shared/locales/i18n.ts'
import { reportFormatSchema, reportKindSchema } from '../../shared/reports/report.ts'
import { formIdSchema } from '../../shared/ministry/ministry.ts'
import { sampleKindSchema } from '../../shared/workspace/workspace.contract.ts'
import { backup, backupActions } from './commands/backup.ts'
import { check } from './commands/check.ts'
import { exportForm, type ExportOptions } from './commands/export.ts'
import { importFile, type ImportOptions } from './commands/import.ts'
import { init } from './commands/init.ts'
import { integrity } from './commands/integrity.ts'
import { list, listedEntities, type ListOptions } from './commands/list.ts'
import { report, type ReportOptions } from './commands/report.ts'
import { restore } from './commands/restore.ts'
import { search } from './commands/search.ts'
import { send, type SendOptions } from './commands/send.ts'
import { verify } from './commands/verify.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { parseLanguage } from './language.ts'
import type { Terminal } from './terminal.ts'
import { type Call, UsageError } from './usage-error.ts'

/** What a command answers when its arguments are read. */
type Run = (call: Call) => Promise<ExitCode>

type CommonOptions = { workspace?: string; as?: string; json?: boolean; lang?: string }

export type Surroundings = Pick<Call, 'language' | 'clock' | 'environment' | 'folder'>

/** Reads the arguments and runs the command they name. Wrong arguments throw a UsageError in the language of the call. */
export async function runProgram(
  args: readonly string[],
  terminal: Terminal,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const t = createI18n(surroundings.language).t as Translate
  let code: ExitCode = exitCodes.done
  const runner = (command: Command, run: Run) => async () => {
    code = await run(readCall(command, surroundings, t))
  }
  const program = buildProgram(t, terminal, runner)
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return exitCodes.done
    throw new UsageError(explain(error, t))
  }
  return code
}

function readCall(command: Command, surroundings: Surroundings, t: Translate): Call {
  const { workspace, as, json, lang } = command.optsWithGlobals<CommonOptions>()
  if (lang !== undefined && parseLanguage(lang) === null) {
    throw new UsageError(t('cli:usage.badWord', { argument: '--lang', text: lang, words: 'kk, ru, en' }))
  }
  return { ...surroundings, t, json: json === true, workspace: workspace ?? null, as: as ?? null }
}

/** Wrong arguments in the language of the call; commander itself speaks English only. */
function explain(error: CommanderError, t: Translate): string {
  const what = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.unknownOption':
      return t('cli:usage.unknownOption', { what })
    case 'commander.unknownCommand':
      return t('cli:usage.unknownCommand', { what })
    case 'commander.missingArgument':
      return t('cli:usage.missingArgument', { what })
    case 'commander.optionMissingArgument':
      return t('cli:usage.missingValue', { what })
    case 'commander.missingMandatoryOptionValue':
      return t('cli:usage.missingOption', { what })
    case 'commander.excessArguments':
      return t('cli:usage.tooMany')
    default:
      return t('cli:usage.noCommand')
  }
}

type Runner = (command: Command, run: Run) => () => Promise<void>

function buildProgram(t: Translate, terminal: Terminal, runner: Runner): Command {
  const program = new Command('qosdiplom')
  prepare(program, t, terminal)
  program
    .description(t('cli:about'))
    .usage(t('cli:help.usageProgram'))
    .version(appVersion, '-V, --version', t('cli:option.version'))
    .addHelpText('after', () => ['', t('cli:help.after')].join('\n'))
  const add = (usage: string, name: CommandName): Command => {
    const command = program.command(usage)
    prepare(command, t, terminal)
    return command
      .description(t(`cli:command.${name}`))
      .usage(`${usage.replace(/^\S+ ?/, '')} ${t('cli:help.options')}`.trim())
  }
  addRecordCommands(add, t, terminal, runner)
  addReportCommands(add, t, terminal, runner)
  addMinistryCommands(add, t, terminal, runner)
  addCareCommands(add, t, terminal, runner)
  return program
}

type CommandName =
  | 'init'
  | 'import'
  | 'list'
  | 'check'
  | 'search'
  | 'report'
  | 'export'
  | 'verify'
  | 'send'
  | 'backup'
  | 'restore'
  | 'integrity'

type Add = (usage: string, name: CommandName) => Command

function addRecordCommands(add: Add, t: Translate, terminal: Terminal, runner: Runner): void {
  const initCommand = add('init', 'init').option(
    '--sample <KIND>',
    `${t('cli:option.sample')} (${sampleKindSchema.options.join(', ')})`,
  )
  initCommand.action(
    runner(initCommand, (call) => init(call, terminal, initCommand.opts<{ sample?: string }>())),
  )

  const importCommand = add('import <FILE>', 'import')
    .option('--dry-run', t('cli:option.dryRun'))
    .option('--errors <FILE>', t('cli:option.errors'))
    .option('--sheet <NAME>', t('cli:option.sheet'))
  describeArgument(importCommand, t('cli:argument.register'))
  importCommand.action((file: string) =>
    runner(importCommand, (call) =>
      importFile(call, terminal, { ...importCommand.opts<Omit<ImportOptions, 'file'>>(), file }),
    )(),
  )

  const listCommand = add('list <ENTITY>', 'list')
    .option('--text <TEXT>', t('cli:option.text'))
    .option('--on <DATE>', t('cli:option.on'))
    .option('--limit <N>', t('cli:option.limit'))
  describeArgument(listCommand, `${t('cli:argument.entity')}: ${listedEntities.join(', ')}`)
  listCommand.action((entity: string) =>
    runner(listCommand, (call) => list(call, terminal, { ...listCommand.opts<ListOptions>(), entity }))(),
  )

  const checkCommand = add('check', 'check').option('--errors-only', t('cli:option.errorsOnly'))
  checkCommand.action(
    runner(checkCommand, (call) =>
      check(call, terminal, {
        errorsOnly: checkCommand.opts<{ errorsOnly?: boolean }>().errorsOnly === true,
      }),
    ),
  )

  const searchCommand = add('search <TEXT>', 'search').option('--limit <N>', t('cli:option.limit'))
  describeArgument(searchCommand, t('cli:argument.text'))
  searchCommand.action((text: string) =>
    runner(searchCommand, (call) =>
      search(call, terminal, { ...searchCommand.opts<{ limit?: string }>(), text }),
    )(),
  )
}

function addReportCommands(add: Add, t: Translate, terminal: Terminal, runner: Runner): void {
  const command = add('report <REPORT>', 'report')
    .option('--year <YEAR>', t('cli:option.year'))
    .option('--on <DATE>', t('cli:option.on'))
    .option('--format <FORMAT>', `${t('cli:option.format')} (${reportFormatSchema.options.join(', ')})`)
    .option('--out <FILE>', t('cli:option.out'))
  describeArgument(command, `${t('cli:argument.report')}: ${reportKindSchema.options.join(', ')}`)
  command.action((kind: string) =>
    runner(command, (call) =>
      report(call, terminal, { ...command.opts<Omit<ReportOptions, 'kind'>>(), kind }),
    )(),
  )
}

function addMinistryCommands(add: Add, t: Translate, terminal: Terminal, runner: Runner): void {
  const exportCommand = add('export <FORM>', 'export')
    .option('--year <YEAR>', t('cli:option.year'))
    .option('--on <DATE>', t('cli:option.on'))
    .option('--out <FILE>', t('cli:option.packageOut'))
    .option('--strict', t('cli:option.strict'))
  describeArgument(exportCommand, `${t('cli:argument.form')}: ${formIdSchema.options.join(', ')}`)
  exportCommand.action((form: string) =>
    runner(exportCommand, (call) =>
      exportForm(call, terminal, { ...exportCommand.opts<Omit<ExportOptions, 'form'>>(), form }),
    )(),
  )

  const verifyCommand = add('verify <FILE>', 'verify')
  describeArgument(verifyCommand, t('cli:argument.package'))
  verifyCommand.action((file: string) => runner(verifyCommand, (call) => verify(call, terminal, { file }))())

  const sendCommand = add('send <FILE>', 'send')
    .option('--to <URL>', t('cli:option.to'))
    .option('--ca <FILE>', t('cli:option.ca'))
    .option('--attempts <N>', t('cli:option.attempts'))
  describeArgument(sendCommand, t('cli:argument.package'))
  sendCommand.action((file: string) =>
    runner(sendCommand, (call) =>
      send(call, terminal, { ...sendCommand.opts<Omit<SendOptions, 'file'>>(), file }),
    )(),
  )
}

function addCareCommands(add: Add, t: Translate, terminal: Terminal, runner: Runner): void {
  const backupCommand = add('backup [ACTION]', 'backup')
  describeArgument(backupCommand, `${t('cli:argument.backupAction')}: ${backupActions.join(', ')}`)
  backupCommand.action((action?: string) => runner(backupCommand, (call) => backup(call, terminal, action))())
  const restoreCommand = add('restore <FILE>', 'restore').option('--dry-run', t('cli:option.compareOnly'))
  describeArgument(restoreCommand, t('cli:argument.backup'))
  restoreCommand.action((file: string) =>
    runner(restoreCommand, (call) =>
      restore(call, terminal, { ...restoreCommand.opts<{ dryRun?: boolean }>(), file }),
    )(),
  )
  const integrityCommand = add('integrity', 'integrity')
  integrityCommand.action(runner(integrityCommand, (call) => integrity(call, terminal)))
}

function describeArgument(command: Command, description: string): void {
  for (const argument of command.registeredArguments) argument.description = description
}

/** What the program and each command have in common: options, help in the language of the call, errors as exceptions. */
function prepare(command: Command, t: Translate, terminal: Terminal): void {
  command
    .exitOverride()
    .helpCommand(false)
    .helpOption('-h, --help', t('cli:option.help'))
    .configureOutput({
      writeOut: (text) => terminal.result(text),
      // Errors are thrown and explained in one place.
      writeErr: () => undefined,
      outputError: () => undefined,
    })
    .configureHelp({ styleTitle: (title) => translatedTitle(title, t), optionTerm, subcommandTerm })
    .addOption(new Option('--workspace <FILE>', t('cli:option.workspace')))
    .addOption(new Option('--as <PERSON>', t('cli:option.as')))
    .addOption(new Option('--json', t('cli:option.json')))
    .addOption(new Option('--lang <LANGUAGE>', t('cli:option.lang')))
}

function translatedTitle(title: string, t: Translate): string {
  switch (title) {
    case 'Usage:':
      return t('cli:help.usage')
    case 'Arguments:':
      return t('cli:help.argumentsTitle')
    case 'Options:':
      return t('cli:help.optionsTitle')
    case 'Commands:':
      return t('cli:help.commandsTitle')
    default:
      return title
  }
}

const subcommandTerm: Help['subcommandTerm'] = (command) =>
  [command.name(), ...command.registeredArguments.map((argument) => argument.name())].join(' ')

const optionTerm: Help['optionTerm'] = (option) => option.flags
