import Database from "better-sqlite3";
import { ProbativeError } from "#shared/errors/probative-error.ts";

/** A statement with its values: made by `sql` only, so that a value can never become part of the statement. */
export interface Query {
  readonly strings: TemplateStringsArray;
  readonly values: readonly SqlValue[];
}

/** What SQLite stores. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** Builds a statement; every interpolation is bound, never spliced. */
export function sql(strings: TemplateStringsArray, ...values: readonly SqlValue[]): Query {
  return { strings, values };
}

/** An open database with statements prepared once per place in the code. */
export interface Connection {
  all<Row>(query: Query): Row[];
  get<Row>(query: Query): Row | undefined;
  /** First column of each row. */
  pluck<Value>(query: Query): Value[];
  /** Rows as arrays: the fast way for many rows. */
  rows<Row extends readonly unknown[]>(query: Query): Row[];
  iterate<Row>(query: Query): IterableIterator<Row>;
  /** Rows as arrays, one at a time: for more rows than should be in memory. */
  iterateRows<Row extends readonly unknown[]>(query: Query): IterableIterator<Row>;
  run(query: Query): { readonly changes: number; readonly lastInsertRowid: number };
  /** Runs a script without values: schema only. */
  script(text: string): void;
  pragma(text: string): unknown;
  /** Runs `work` in a transaction (a savepoint inside of one); rolls back when it throws. */
  transact<T>(work: () => T): T;
  readonly inTransaction: boolean;
  close(): void;
}

/** Opens a database file. Does not set pragmas: see `openDatabase`. */
export function connect(path: string, options: { readonly readonly?: boolean } = {}): Connection {
  return wrap(new Database(path, { readonly: options.readonly ?? false, timeout: 2000 }));
}

/**
 * The driver binds every number as floating point. Columns of whole numbers do not mind; a column of text would store
 * `5.0` for 5.
 */
function bound(values: readonly SqlValue[]): SqlValue[] {
  return values.map((value) => (typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : value));
}

/** Gives a full disk and a damaged file their names, whichever statement meets them. */
function naming<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (!(thrown instanceof Database.SqliteError)) throw thrown;
    if (thrown.code === "SQLITE_FULL") throw new ProbativeError("export/no-space", "", {}, thrown);
    if (DAMAGED.test(thrown.code)) throw new ProbativeError("case/damaged", "", {}, thrown);
    throw thrown;
  }
}

const DAMAGED = /^SQLITE_(?:CORRUPT|NOTADB)/u;

function wrap(database: Database.Database): Connection {
  // A template's strings are one object per place in the code: the key under which its statement is kept.
  const prepared = new WeakMap<TemplateStringsArray, Database.Statement>();
  /** Those that give rows as arrays. */
  const preparedRaw = new WeakMap<TemplateStringsArray, Database.Statement>();

  function prepare(query: Query): Database.Statement {
    let statement = prepared.get(query.strings);
    if (statement === undefined) {
      statement = database.prepare(query.strings.join("?"));
      prepared.set(query.strings, statement);
    }
    return statement;
  }

  function prepareRaw(query: Query): Database.Statement {
    let statement = preparedRaw.get(query.strings);
    if (statement === undefined) {
      statement = database.prepare(query.strings.join("?")).raw();
      preparedRaw.set(query.strings, statement);
    }
    return statement;
  }

  return {
    all: <Row>(query: Query) => naming(() => prepare(query).all(...bound(query.values)) as Row[]),
    get: <Row>(query: Query) => naming(() => prepare(query).get(...bound(query.values)) as Row | undefined),
    pluck: <Value>(query: Query) =>
      naming(() => {
        const statement = database.prepare(query.strings.join("?")).pluck();
        return statement.all(...bound(query.values)) as Value[];
      }),
    rows: <Row extends readonly unknown[]>(query: Query) =>
      naming(() => prepareRaw(query).all(...bound(query.values)) as Row[]),
    iterate: <Row>(query: Query) =>
      database.prepare(query.strings.join("?")).iterate(...bound(query.values)) as IterableIterator<Row>,
    iterateRows: <Row extends readonly unknown[]>(query: Query) =>
      database
        .prepare(query.strings.join("?"))
        .raw()
        .iterate(...bound(query.values)) as IterableIterator<Row>,
    run: (query) =>
      naming(() => {
        const { changes, lastInsertRowid } = prepare(query).run(...bound(query.values));
        return { changes, lastInsertRowid: Number(lastInsertRowid) };
      }),
    script: (text) => {
      naming(() => database.exec(text));
    },
    pragma: (text) => database.pragma(text),
    transact: (work) => naming(() => database.transaction(work)()),
    get inTransaction() {
      return database.inTransaction;
    },
    close: () => {
      database.close();
    },
  };
}
