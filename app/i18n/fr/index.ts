import access from "./access.json" with { type: "json" };
import advice from "./advice.json" with { type: "json" };
import allocation from "./allocation.json" with { type: "json" };
import attendance from "./attendance.json" with { type: "json" };
import calendar from "./calendar.json" with { type: "json" };
import commission from "./commission.json" with { type: "json" };
import facilities from "./facilities.json" with { type: "json" };
import families from "./families.json" with { type: "json" };
import imports from "./imports.json" with { type: "json" };
import observatory from "./observatory.json" with { type: "json" };
import partners from "./partners.json" with { type: "json" };
import requests from "./requests.json" with { type: "json" };
import tablet from "./tablet.json" with { type: "json" };
import territory from "./territory.json" with { type: "json" };
import ui from "./ui.json" with { type: "json" };

export const french = {
  access,
  advice,
  allocation,
  attendance,
  calendar,
  commission,
  facilities,
  families,
  imports,
  observatory,
  partners,
  requests,
  tablet,
  territory,
  ui,
};
