-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Parameter" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Parameter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'fr',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "nextAttemptAt" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sentAt" TIMESTAMP(3),
    "failedAt" TIMESTAMP(3),
    "lastError" TEXT,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Job" (
    "name" TEXT NOT NULL,
    "lockedUntil" TIMESTAMP(3),
    "startedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "outcome" TEXT,
    "report" JSONB,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'fr',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "disabledAt" TIMESTAMP(3),

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "organisationId" TEXT,
    "facilityId" TEXT,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "tokenHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),
    "redirectTo" TEXT NOT NULL DEFAULT '/',

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "accountId" TEXT,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "organisationId" TEXT,
    "facilityId" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Zone" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'habitat',
    "quarterCode" TEXT NOT NULL,
    "quarterName" TEXT NOT NULL,
    "longitude" DOUBLE PRECISION,
    "latitude" DOUBLE PRECISION,
    "contour" JSONB,
    "source" TEXT NOT NULL,

    CONSTRAINT "Zone_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Street" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "searchName" TEXT NOT NULL,
    "zoneCode" TEXT NOT NULL,

    CONSTRAINT "Street_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "School" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "zoneCode" TEXT,

    CONSTRAINT "School_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SchoolSite" (
    "schoolId" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,

    CONSTRAINT "SchoolSite_pkey" PRIMARY KEY ("schoolId","facilityId")
);

-- CreateTable
CREATE TABLE "SchoolPeriod" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT,
    "label" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "SchoolPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Facility" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "organisationId" TEXT,
    "zoneCode" TEXT,
    "quarterName" TEXT,
    "address" TEXT,
    "places" INTEGER,
    "homeBasedPlaces" INTEGER,
    "minAgeMonths" INTEGER,
    "maxAgeMonths" INTEGER,
    "phone" TEXT,
    "statedIn" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "Facility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpeningHours" (
    "id" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "startMinute" INTEGER NOT NULL,
    "endMinute" INTEGER NOT NULL,

    CONSTRAINT "OpeningHours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Closure" (
    "id" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "Closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "minAgeMonths" INTEGER NOT NULL,
    "maxAgeMonths" INTEGER NOT NULL,
    "walking" BOOLEAN,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CapacityBand" (
    "id" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "startMinute" INTEGER NOT NULL,
    "endMinute" INTEGER NOT NULL,
    "places" INTEGER NOT NULL,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,

    CONSTRAINT "CapacityBand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FacilitySettings" (
    "id" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "ratioRule" TEXT NOT NULL DEFAULT 'byWalking',
    "ratioRounding" TEXT NOT NULL DEFAULT 'sum',
    "overCapacity" BOOLEAN NOT NULL DEFAULT false,
    "hasPedt" BOOLEAN NOT NULL DEFAULT false,
    "absenceCutOffDays" INTEGER NOT NULL DEFAULT 0,
    "absenceCutOffMinute" INTEGER NOT NULL DEFAULT 0,
    "roundingMinutes" INTEGER NOT NULL DEFAULT 0,
    "toleranceMinutes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "FacilitySettings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffBand" (
    "id" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,
    "sectionId" TEXT,
    "weekday" INTEGER NOT NULL,
    "startMinute" INTEGER NOT NULL,
    "endMinute" INTEGER NOT NULL,
    "staff" INTEGER NOT NULL,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,

    CONSTRAINT "StaffBand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Household" (
    "id" TEXT NOT NULL,
    "street" TEXT,
    "streetNumber" TEXT,
    "postcode" TEXT,
    "city" TEXT,
    "zoneCode" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Guardian" (
    "id" TEXT NOT NULL,
    "householdId" TEXT NOT NULL,
    "accountId" TEXT,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "rank" INTEGER NOT NULL,

    CONSTRAINT "Guardian_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Child" (
    "id" TEXT NOT NULL,
    "householdId" TEXT NOT NULL,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "birthDay" TEXT,
    "expectedOn" TEXT,
    "schoolId" TEXT,

    CONSTRAINT "Child_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DuplicateReview" (
    "id" TEXT NOT NULL,
    "childId" TEXT NOT NULL,
    "otherChildId" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL,
    "decidedBy" TEXT NOT NULL,

    CONSTRAINT "DuplicateReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "sentAs" TEXT,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CareRequest" (
    "id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "householdId" TEXT NOT NULL,
    "childId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "language" TEXT NOT NULL DEFAULT 'fr',
    "pattern" JSONB NOT NULL,
    "weeklyMinutes" INTEGER NOT NULL,
    "atypicalMinutes" INTEGER NOT NULL,
    "startOn" TEXT NOT NULL,
    "flexibleWeeks" INTEGER NOT NULL DEFAULT 0,
    "zoneCode" TEXT,
    "adviceConsent" BOOLEAN NOT NULL DEFAULT false,
    "siblingGroupId" TEXT,
    "siblingRule" TEXT NOT NULL DEFAULT 'apart',
    "minDays" INTEGER,
    "fewerDaysFirst" BOOLEAN NOT NULL DEFAULT false,
    "submittedAt" TIMESTAMP(3) NOT NULL,
    "confirmedAt" TIMESTAMP(3),
    "renewalAskedAt" TIMESTAMP(3),
    "renewBy" TEXT,
    "reopenBy" TEXT,
    "nextStepBy" TEXT,
    "handlerId" TEXT,
    "trackingTokenHash" TEXT NOT NULL,

    CONSTRAINT "CareRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Wish" (
    "id" TEXT NOT NULL,
    "careRequestId" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "facilityId" TEXT NOT NULL,
    "coveredMinutes" INTEGER NOT NULL,

    CONSTRAINT "Wish_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PriorityFact" (
    "id" TEXT NOT NULL,
    "careRequestId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "proofState" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3),
    "dueOn" TEXT,
    "decidedAt" TIMESTAMP(3),
    "decidedBy" TEXT,
    "validUntil" TEXT,

    CONSTRAINT "PriorityFact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proof" (
    "id" TEXT NOT NULL,
    "careRequestId" TEXT NOT NULL,
    "factCode" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Referral" (
    "id" TEXT NOT NULL,
    "careRequestId" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "organisationId" TEXT,
    "facilityId" TEXT,
    "reasons" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "changeReason" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "decidedAt" TIMESTAMP(3),
    "decidedBy" TEXT,

    CONSTRAINT "Referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestStep" (
    "id" TEXT NOT NULL,
    "careRequestId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "transition" TEXT NOT NULL,
    "fromStatus" TEXT,
    "toStatus" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "accountId" TEXT,
    "reasonCode" TEXT,
    "details" JSONB,

    CONSTRAINT "RequestStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Offer" (
    "id" TEXT NOT NULL,
    "careRequestId" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "pattern" JSONB NOT NULL,
    "startOn" TEXT NOT NULL,
    "endOn" TEXT,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "answerBy" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" TEXT,
    "answeredAt" TIMESTAMP(3),
    "tokenHash" TEXT NOT NULL,
    "contractKind" TEXT NOT NULL DEFAULT 'regular',
    "bundleId" TEXT,
    "transferOf" TEXT,
    "meetingId" TEXT,
    "replacesId" TEXT,

    CONSTRAINT "Offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CriteriaGrid" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "careKind" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "sourceUrl" TEXT,
    "decidedOn" TEXT,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" TEXT,
    "adoptedBy" TEXT,

    CONSTRAINT "CriteriaGrid_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "careKind" TEXT NOT NULL,
    "gridId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "startFrom" TEXT NOT NULL,
    "startTo" TEXT NOT NULL,
    "answerDays" INTEGER NOT NULL,
    "surnombreMax" INTEGER NOT NULL DEFAULT 0,
    "quorum" INTEGER NOT NULL,
    "seedCommitment" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "frozenAt" TIMESTAMP(3),
    "publishedAt" TIMESTAMP(3),
    "publishedBy" TEXT,
    "cancelledAt" TIMESTAMP(3),
    "cancelledBy" TEXT,
    "cancelReason" TEXT,
    "chosenRunId" TEXT,
    "figures" JSONB,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingSection" (
    "meetingId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,

    CONSTRAINT "MeetingSection_pkey" PRIMARY KEY ("meetingId","sectionId")
);

-- CreateTable
CREATE TABLE "MeetingCandidate" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "careRequestId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stateReason" TEXT,
    "engineId" TEXT NOT NULL,
    "sheet" JSONB NOT NULL,
    "points" INTEGER NOT NULL,
    "lottery" INTEGER NOT NULL,
    "level" INTEGER,
    "levelMotive" TEXT,
    "levelBy" TEXT,
    "outcome" TEXT,
    "answer" JSONB,
    "offerId" TEXT,

    CONSTRAINT "MeetingCandidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingRun" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "adjustments" JSONB NOT NULL,
    "instance" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "certified" BOOLEAN NOT NULL,
    "certificate" JSONB NOT NULL,

    CONSTRAINT "MeetingRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingAdjustment" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "candidateId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,
    "motive" TEXT NOT NULL,
    "signedBy" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL,
    "removedAt" TIMESTAMP(3),
    "removedBy" TEXT,

    CONSTRAINT "MeetingAdjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingAttendee" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "quality" TEXT NOT NULL,
    "voting" BOOLEAN NOT NULL DEFAULT true,
    "present" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "MeetingAttendee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contract" (
    "id" TEXT NOT NULL,
    "offerId" TEXT,
    "careRequestId" TEXT,
    "childId" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "pattern" JSONB NOT NULL,
    "startOn" TEXT NOT NULL,
    "endOn" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'regular',
    "stage" TEXT NOT NULL DEFAULT 'regular',
    "agreementId" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL DEFAULT 'signed',
    "endedBy" TEXT,
    "noticeOn" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" TEXT,

    CONSTRAINT "Contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContractHours" (
    "id" TEXT NOT NULL,
    "contractId" TEXT NOT NULL,
    "childId" TEXT NOT NULL,
    "firstDay" INTEGER NOT NULL,
    "lastDay" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "startMinute" INTEGER NOT NULL,
    "endMinute" INTEGER NOT NULL,

    CONSTRAINT "ContractHours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OccasionalWindow" (
    "id" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "opensAt" TIMESTAMP(3) NOT NULL,
    "closesAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "OccasionalWindow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OccasionalStay" (
    "id" TEXT NOT NULL,
    "contractId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "start" TIMESTAMP(3) NOT NULL,
    "end" TIMESTAMP(3) NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "askedAt" TIMESTAMP(3),
    "answerBy" TIMESTAMP(3),
    "answeredAt" TIMESTAMP(3),
    "tokenHash" TEXT,

    CONSTRAINT "OccasionalStay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Presence" (
    "id" TEXT NOT NULL,
    "contractId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "plannedStart" TIMESTAMP(3) NOT NULL,
    "plannedEnd" TIMESTAMP(3) NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'contract',
    "state" TEXT NOT NULL,
    "arrivedAt" TIMESTAMP(3),
    "leftAt" TIMESTAMP(3),
    "absenceCode" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "markedBy" TEXT,
    "markedAt" TIMESTAMP(3),

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Device" (
    "id" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pairingHash" TEXT,
    "pairingExpiresAt" TIMESTAMP(3),
    "tokenHash" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "pairedAt" TIMESTAMP(3),
    "lastSeenAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),
    "revokedBy" TEXT,

    CONSTRAINT "Device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttendanceOperation" (
    "id" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "presenceId" TEXT,
    "sectionId" TEXT,
    "mark" TEXT,
    "code" TEXT,
    "staff" INTEGER,
    "seenVersion" INTEGER,
    "at" TIMESTAMP(3) NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "deviceId" TEXT,
    "accountId" TEXT,
    "outcome" TEXT NOT NULL,
    "error" TEXT,
    "settlement" TEXT,
    "settledAt" TIMESTAMP(3),
    "settledBy" TEXT,

    CONSTRAINT "AttendanceOperation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "facilityId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastReadAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdviceCase" (
    "id" TEXT NOT NULL,
    "careRequestId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "reasonCode" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "AdviceCase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdviceNote" (
    "id" TEXT NOT NULL,
    "adviceCaseId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "text" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "accountId" TEXT NOT NULL,

    CONSTRAINT "AdviceNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OccupancyFact" (
    "month" TEXT NOT NULL,
    "facilityKind" TEXT NOT NULL,
    "facilities" INTEGER NOT NULL,
    "children" INTEGER NOT NULL,
    "capacityMinutes" INTEGER NOT NULL,
    "bookedMinutes" INTEGER NOT NULL,
    "presentMinutes" INTEGER NOT NULL,
    "unknownMinutes" INTEGER NOT NULL,
    "ordinaryBooked" INTEGER NOT NULL,
    "atypicalBooked" INTEGER NOT NULL,
    "ordinaryPresent" INTEGER NOT NULL,
    "atypicalPresent" INTEGER NOT NULL,
    "realisedMinutes" INTEGER NOT NULL DEFAULT 0,
    "billedMinutes" INTEGER NOT NULL DEFAULT 0,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OccupancyFact_pkey" PRIMARY KEY ("month","facilityKind")
);

-- CreateTable
CREATE TABLE "DemandFact" (
    "month" TEXT NOT NULL,
    "careKind" TEXT NOT NULL,
    "received" INTEGER NOT NULL,
    "served" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "unserved" INTEGER NOT NULL,
    "ordinaryMinutes" INTEGER NOT NULL,
    "atypicalMinutes" INTEGER NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DemandFact_pkey" PRIMARY KEY ("month","careKind")
);

-- CreateIndex
CREATE UNIQUE INDEX "Parameter_code_validFrom_key" ON "Parameter"("code", "validFrom");

-- CreateIndex
CREATE INDEX "Message_sentAt_failedAt_nextAttemptAt_idx" ON "Message"("sentAt", "failedAt", "nextAttemptAt");

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "Membership_accountId_idx" ON "Membership"("accountId");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectKind_subjectId_at_idx" ON "AuditEntry"("subjectKind", "subjectId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "Street_searchName_idx" ON "Street"("searchName");

-- CreateIndex
CREATE UNIQUE INDEX "SchoolPeriod_kind_fromDay_label_key" ON "SchoolPeriod"("kind", "fromDay", "label");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_name_key" ON "Organisation"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Facility_name_key" ON "Facility"("name");

-- CreateIndex
CREATE INDEX "Facility_kind_idx" ON "Facility"("kind");

-- CreateIndex
CREATE UNIQUE INDEX "OpeningHours_facilityId_weekday_startMinute_key" ON "OpeningHours"("facilityId", "weekday", "startMinute");

-- CreateIndex
CREATE INDEX "Closure_facilityId_fromDay_idx" ON "Closure"("facilityId", "fromDay");

-- CreateIndex
CREATE UNIQUE INDEX "Section_facilityId_name_key" ON "Section"("facilityId", "name");

-- CreateIndex
CREATE INDEX "CapacityBand_sectionId_weekday_idx" ON "CapacityBand"("sectionId", "weekday");

-- CreateIndex
CREATE UNIQUE INDEX "FacilitySettings_facilityId_validFrom_key" ON "FacilitySettings"("facilityId", "validFrom");

-- CreateIndex
CREATE INDEX "StaffBand_facilityId_weekday_idx" ON "StaffBand"("facilityId", "weekday");

-- CreateIndex
CREATE INDEX "Guardian_accountId_idx" ON "Guardian"("accountId");

-- CreateIndex
CREATE INDEX "Guardian_email_idx" ON "Guardian"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Guardian_householdId_rank_key" ON "Guardian"("householdId", "rank");

-- CreateIndex
CREATE INDEX "Child_householdId_idx" ON "Child"("householdId");

-- CreateIndex
CREATE UNIQUE INDEX "DuplicateReview_childId_otherChildId_key" ON "DuplicateReview"("childId", "otherChildId");

-- CreateIndex
CREATE UNIQUE INDEX "CareRequest_reference_key" ON "CareRequest"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "CareRequest_trackingTokenHash_key" ON "CareRequest"("trackingTokenHash");

-- CreateIndex
CREATE INDEX "CareRequest_status_handlerId_submittedAt_idx" ON "CareRequest"("status", "handlerId", "submittedAt");

-- CreateIndex
CREATE INDEX "CareRequest_status_renewBy_idx" ON "CareRequest"("status", "renewBy");

-- CreateIndex
CREATE INDEX "CareRequest_siblingGroupId_idx" ON "CareRequest"("siblingGroupId");

-- CreateIndex
CREATE INDEX "CareRequest_householdId_idx" ON "CareRequest"("householdId");

-- CreateIndex
CREATE INDEX "CareRequest_childId_idx" ON "CareRequest"("childId");

-- CreateIndex
CREATE UNIQUE INDEX "Wish_careRequestId_rank_key" ON "Wish"("careRequestId", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "Wish_careRequestId_facilityId_key" ON "Wish"("careRequestId", "facilityId");

-- CreateIndex
CREATE UNIQUE INDEX "PriorityFact_careRequestId_code_key" ON "PriorityFact"("careRequestId", "code");

-- CreateIndex
CREATE INDEX "Proof_careRequestId_idx" ON "Proof"("careRequestId");

-- CreateIndex
CREATE INDEX "Referral_careRequestId_idx" ON "Referral"("careRequestId");

-- CreateIndex
CREATE INDEX "Referral_target_status_idx" ON "Referral"("target", "status");

-- CreateIndex
CREATE INDEX "RequestStep_careRequestId_at_idx" ON "RequestStep"("careRequestId", "at");

-- CreateIndex
CREATE INDEX "RequestStep_toStatus_at_idx" ON "RequestStep"("toStatus", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Offer_tokenHash_key" ON "Offer"("tokenHash");

-- CreateIndex
CREATE INDEX "Offer_bundleId_idx" ON "Offer"("bundleId");

-- CreateIndex
CREATE INDEX "Offer_meetingId_status_idx" ON "Offer"("meetingId", "status");

-- CreateIndex
CREATE INDEX "Offer_sectionId_status_idx" ON "Offer"("sectionId", "status");

-- CreateIndex
CREATE INDEX "Offer_status_answerBy_idx" ON "Offer"("status", "answerBy");

-- CreateIndex
CREATE INDEX "Offer_careRequestId_idx" ON "Offer"("careRequestId");

-- CreateIndex
CREATE INDEX "CriteriaGrid_careKind_status_validFrom_idx" ON "CriteriaGrid"("careKind", "status", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "CriteriaGrid_code_version_key" ON "CriteriaGrid"("code", "version");

-- CreateIndex
CREATE INDEX "Meeting_careKind_status_heldOn_idx" ON "Meeting"("careKind", "status", "heldOn");

-- CreateIndex
CREATE INDEX "MeetingCandidate_careRequestId_idx" ON "MeetingCandidate"("careRequestId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingCandidate_meetingId_careRequestId_key" ON "MeetingCandidate"("meetingId", "careRequestId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingCandidate_meetingId_number_key" ON "MeetingCandidate"("meetingId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingRun_meetingId_number_key" ON "MeetingRun"("meetingId", "number");

-- CreateIndex
CREATE INDEX "MeetingAdjustment_meetingId_removedAt_idx" ON "MeetingAdjustment"("meetingId", "removedAt");

-- CreateIndex
CREATE INDEX "MeetingAttendee_meetingId_idx" ON "MeetingAttendee"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "Contract_offerId_key" ON "Contract"("offerId");

-- CreateIndex
CREATE INDEX "Contract_agreementId_idx" ON "Contract"("agreementId");

-- CreateIndex
CREATE INDEX "Contract_sectionId_startOn_idx" ON "Contract"("sectionId", "startOn");

-- CreateIndex
CREATE INDEX "Contract_facilityId_startOn_idx" ON "Contract"("facilityId", "startOn");

-- CreateIndex
CREATE INDEX "Contract_childId_idx" ON "Contract"("childId");

-- CreateIndex
CREATE INDEX "ContractHours_childId_firstDay_idx" ON "ContractHours"("childId", "firstDay");

-- CreateIndex
CREATE INDEX "ContractHours_contractId_idx" ON "ContractHours"("contractId");

-- CreateIndex
CREATE INDEX "OccasionalWindow_facilityId_toDay_idx" ON "OccasionalWindow"("facilityId", "toDay");

-- CreateIndex
CREATE INDEX "OccasionalWindow_sectionId_toDay_idx" ON "OccasionalWindow"("sectionId", "toDay");

-- CreateIndex
CREATE UNIQUE INDEX "OccasionalStay_tokenHash_key" ON "OccasionalStay"("tokenHash");

-- CreateIndex
CREATE INDEX "OccasionalStay_sectionId_day_status_idx" ON "OccasionalStay"("sectionId", "day", "status");

-- CreateIndex
CREATE INDEX "OccasionalStay_contractId_day_idx" ON "OccasionalStay"("contractId", "day");

-- CreateIndex
CREATE INDEX "OccasionalStay_status_answerBy_idx" ON "OccasionalStay"("status", "answerBy");

-- CreateIndex
CREATE INDEX "Presence_day_idx" ON "Presence"("day");

-- CreateIndex
CREATE UNIQUE INDEX "Presence_contractId_plannedStart_key" ON "Presence"("contractId", "plannedStart");

-- CreateIndex
CREATE UNIQUE INDEX "Device_pairingHash_key" ON "Device"("pairingHash");

-- CreateIndex
CREATE UNIQUE INDEX "Device_tokenHash_key" ON "Device"("tokenHash");

-- CreateIndex
CREATE INDEX "Device_facilityId_idx" ON "Device"("facilityId");

-- CreateIndex
CREATE INDEX "AttendanceOperation_presenceId_at_idx" ON "AttendanceOperation"("presenceId", "at");

-- CreateIndex
CREATE INDEX "AttendanceOperation_facilityId_kind_at_idx" ON "AttendanceOperation"("facilityId", "kind", "at");

-- CreateIndex
CREATE INDEX "AttendanceOperation_facilityId_outcome_settledAt_idx" ON "AttendanceOperation"("facilityId", "outcome", "settledAt");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "CalendarFeed_accountId_idx" ON "CalendarFeed"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "AdviceCase_careRequestId_key" ON "AdviceCase"("careRequestId");

-- CreateIndex
CREATE INDEX "AdviceCase_status_openedAt_idx" ON "AdviceCase"("status", "openedAt");

-- CreateIndex
CREATE INDEX "AdviceNote_adviceCaseId_at_idx" ON "AdviceNote"("adviceCaseId", "at");

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Street" ADD CONSTRAINT "Street_zoneCode_fkey" FOREIGN KEY ("zoneCode") REFERENCES "Zone"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "School" ADD CONSTRAINT "School_zoneCode_fkey" FOREIGN KEY ("zoneCode") REFERENCES "Zone"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SchoolSite" ADD CONSTRAINT "SchoolSite_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SchoolSite" ADD CONSTRAINT "SchoolSite_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Facility" ADD CONSTRAINT "Facility_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpeningHours" ADD CONSTRAINT "OpeningHours_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapacityBand" ADD CONSTRAINT "CapacityBand_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FacilitySettings" ADD CONSTRAINT "FacilitySettings_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffBand" ADD CONSTRAINT "StaffBand_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffBand" ADD CONSTRAINT "StaffBand_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Guardian" ADD CONSTRAINT "Guardian_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Guardian" ADD CONSTRAINT "Guardian_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Child" ADD CONSTRAINT "Child_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Child" ADD CONSTRAINT "Child_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareRequest" ADD CONSTRAINT "CareRequest_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareRequest" ADD CONSTRAINT "CareRequest_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wish" ADD CONSTRAINT "Wish_careRequestId_fkey" FOREIGN KEY ("careRequestId") REFERENCES "CareRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wish" ADD CONSTRAINT "Wish_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriorityFact" ADD CONSTRAINT "PriorityFact_careRequestId_fkey" FOREIGN KEY ("careRequestId") REFERENCES "CareRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proof" ADD CONSTRAINT "Proof_careRequestId_fkey" FOREIGN KEY ("careRequestId") REFERENCES "CareRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_careRequestId_fkey" FOREIGN KEY ("careRequestId") REFERENCES "CareRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestStep" ADD CONSTRAINT "RequestStep_careRequestId_fkey" FOREIGN KEY ("careRequestId") REFERENCES "CareRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_careRequestId_fkey" FOREIGN KEY ("careRequestId") REFERENCES "CareRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_gridId_fkey" FOREIGN KEY ("gridId") REFERENCES "CriteriaGrid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSection" ADD CONSTRAINT "MeetingSection_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSection" ADD CONSTRAINT "MeetingSection_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingCandidate" ADD CONSTRAINT "MeetingCandidate_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingCandidate" ADD CONSTRAINT "MeetingCandidate_careRequestId_fkey" FOREIGN KEY ("careRequestId") REFERENCES "CareRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingRun" ADD CONSTRAINT "MeetingRun_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAdjustment" ADD CONSTRAINT "MeetingAdjustment_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAttendee" ADD CONSTRAINT "MeetingAttendee_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "Offer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_careRequestId_fkey" FOREIGN KEY ("careRequestId") REFERENCES "CareRequest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContractHours" ADD CONSTRAINT "ContractHours_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OccasionalWindow" ADD CONSTRAINT "OccasionalWindow_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OccasionalWindow" ADD CONSTRAINT "OccasionalWindow_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OccasionalStay" ADD CONSTRAINT "OccasionalStay_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OccasionalStay" ADD CONSTRAINT "OccasionalStay_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Device" ADD CONSTRAINT "Device_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceOperation" ADD CONSTRAINT "AttendanceOperation_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceOperation" ADD CONSTRAINT "AttendanceOperation_presenceId_fkey" FOREIGN KEY ("presenceId") REFERENCES "Presence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceOperation" ADD CONSTRAINT "AttendanceOperation_deviceId_fkey" FOREIGN KEY ("deviceId") REFERENCES "Device"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdviceCase" ADD CONSTRAINT "AdviceCase_careRequestId_fkey" FOREIGN KEY ("careRequestId") REFERENCES "CareRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdviceNote" ADD CONSTRAINT "AdviceNote_adviceCaseId_fkey" FOREIGN KEY ("adviceCaseId") REFERENCES "AdviceCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;
