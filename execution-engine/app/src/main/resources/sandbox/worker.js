// One JavaScript sandbox process: started ahead of time, waits for one job on stdin, answers on
// descriptor 3 and ends. Node cannot fork a warm process, so each call gets a fresh one and
// nothing of a run can reach the next.
'use strict';
{
  const fs = require('fs');
  const vm = require('vm');
  const { Console } = require('console');
  const { Writable } = require('stream');
  const exit = process.reallyExit.bind(process);
  const stringify = JSON.stringify;
  const parse = JSON.parse;
  const fromText = Buffer.from;

  function readExactly(count) {
    const buffer = Buffer.allocUnsafe(count);
    let at = 0;
    while (at < count) {
      const read = fs.readSync(0, buffer, at, count - at, null);
      if (read === 0) exit(0);
      at += read;
    }
    return buffer;
  }

  function answer(kind, text) {
    const payload = fromText(kind + text, 'utf8');
    const frame = Buffer.allocUnsafe(4 + payload.length);
    frame.writeUInt32BE(payload.length, 0);
    payload.copy(frame, 4);
    let at = 0;
    while (at < frame.length) at += fs.writeSync(3, frame, at, frame.length - at);
  }

  function finish(kind, text) {
    answer(kind, text);
    exit(0);
  }

  function countPrints(most) {
    let left = most;
    const sink = () => new Writable({
      decodeStrings: false,
      write(chunk, encoding, done) {
        left -= chunk.length;
        if (left < 0) finish('L', 'output');
        done();
      },
    });
    const [out, err] = [sink(), sink()];
    Object.defineProperty(process, 'stdout', { value: out, configurable: true });
    Object.defineProperty(process, 'stderr', { value: err, configurable: true });
    globalThis.console = new Console({ stdout: out, stderr: err });
  }

  function describe(error) {
    if (!(error instanceof Error)) return 'Uncaught ' + String(error);
    const own = String(error.stack).split('\n')
        .filter((line) => !/^\s+at .*(\[eval\]|node:|evalmachine)/.test(line));
    return own.join('\n').slice(0, 65536);
  }

  answer('H', '');
  const job = parse(readExactly(readExactly(4).readUInt32BE(0)).toString('utf8'));
  countPrints(job.outputBytes);
  Object.assign(globalThis, { require, module, exports });
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error) => finish('E', describe(error)));
  }
  try {
    const options = { filename: 'code.js' };
    globalThis.inputs_obj = parse(job.inputs);
    new vm.Script(job.code, options).runInThisContext();
    const result = new vm.Script('main(inputs_obj)', { filename: 'node:call' }).runInThisContext();
    const text = stringify(result);
    if (text === undefined) finish('N', '');
    if (Buffer.byteLength(text) > job.outputBytes) finish('L', 'output');
    finish('R', text);
  } catch (error) {
    finish('E', describe(error));
  }
}
