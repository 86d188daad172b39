// Loaded before the served town (`node --import`): its clock is set to the day of the journeys, and ticks on from there.
// A place can then be attended "today" whatever the day the tests run: Sunday, holiday, or the night of a clock change.
const offset = Number(process.env.TOWN_CLOCK_OFFSET ?? 0);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...values) {
    if (values.length === 0) super(RealDate.now() + offset);
    else super(...values);
  }

  static now() {
    return RealDate.now() + offset;
  }
};
