// Plain JavaScript that every Node since 12 can run, because its whole purpose is to meet an old one.
const needed = [22, 19];

const running = process.versions.node.split('.').map(Number);
const tooOld = running[0] < needed[0] || (running[0] === needed[0] && running[1] < needed[1]);

if (tooOld) {
  console.error(
    'Attaché needs Node ' +
      needed.join('.') +
      ' or newer and this is Node ' +
      process.versions.node +
      ' (' +
      process.platform +
      ' ' +
      process.arch +
      '). Install Node 24 from https://nodejs.org; on Linux x64 or arm64, `npm ci` without --omit=optional' +
      ' brings it along, and `npm run` then uses it.',
  );
  process.exit(1);
}
