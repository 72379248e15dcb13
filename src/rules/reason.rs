//! The ways in which a rule may not hold. Each has a short reason and a sentence in both languages.

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// In which way a rule does not hold. The words are in `i18n`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Reason { $($(#[$doc])* $name,)* }

        impl Reason {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

reasons! {
    // BOOK-REFERENCE
    /// It names a record that is not in the book.
    NamesNobody,

    // R-ID
    /// A Partner ID holds something else than decimal digits.
    NotDigits,
    /// A Partner ID is shorter or longer than those seen so far.
    OddLength,
    /// The id of a head office stands where the id of a location belongs.
    GlobalId,
    /// Two accounts carry one Partner ID.
    SharedPartnerId,
    /// The location is in another country than its account.
    LocationElsewhere,
    /// Two granular admin relationships of one partner carry one name.
    SharedAdminName,
    /// A domain is not a host name.
    NotAHostName,
    /// Two customers carry one domain.
    SharedDomain,

    // R-ENR
    /// The partner had not signed the Microsoft Partner Agreement by then.
    NotSigned,
    /// Nobody knows whether the partner has signed the Microsoft Partner Agreement.
    SigningUnknown,
    /// The reseller has no account in Partner Center.
    NotEnrolled,
    /// Microsoft takes no new orders of the seller.
    SellerNotInGoodStanding,
    /// The reseller on record has lost its authorisation.
    ResellerNotAuthorised,
    /// A direct-bill partner turns over less than is asked for.
    DirectBillRevenue,
    /// A restricted direct-bill partner buys.
    RestrictedBuys,
    /// A restricted direct-bill partner creates a customer tenant.
    RestrictedCreates,
    /// A restricted direct-bill partner asks for a relationship.
    RestrictedRequests,
    /// A reseller turns over less than the minimum.
    ResellerRevenue,
    /// A reseller turns over less than the minimum, and its first year is nearly over.
    ResellerRevenueSoon,
    /// The customer has not accepted the Microsoft Customer Agreement.
    NoAgreement,
    /// The customer accepted the agreement after the order.
    AgreementAfterOrder,
    /// An attestation does not say who signed.
    SignerIncomplete,
    /// An agreement is of a day to come.
    AgreementInFuture,
    /// An agreement has no date.
    AgreementUndated,
    /// An attestation does not say who attests.
    NoAttester,
    /// A partner attests that Microsoft does not invoice.
    AttestedByReseller,
    /// Who attests has no active reseller relationship with the customer.
    AttesterUnrelated,
    /// One agreement is recorded twice.
    AgreementTwice,

    // R-REG
    /// The customer of a relationship is in another region than the partner.
    CustomerInOtherRegion,
    /// The seller of a subscription is in another region than the customer.
    SellerInOtherRegion,
    /// The reseller is in another region than the provider.
    ResellerInOtherRegion,
    /// Two resellers of one provider are in different regions.
    ResellersInTwoRegions,
    /// The country is not in the programme's list.
    CountryNotListed,
    /// The currency is not that of the customer's market.
    OtherCurrency,
    /// The two live in different clouds.
    OtherCloud,
    /// An account of the US Government cloud has its address elsewhere.
    UsGovAddress,
    /// A provider or reseller in the US Government cloud.
    UsGovRole,
    /// A second partner for a customer of the US Government cloud.
    UsGovSecondPartner,
    /// A second channel for a customer of the US Government cloud.
    UsGovSecondChannel,
    /// A request for a relationship in the US Government cloud.
    UsGovRequest,
    /// A request without admin privileges in the US Government cloud.
    UsGovNoPrivileges,
    /// New business in the German cloud.
    GermanyClosed,
    /// A subscription that runs in the German cloud after its end.
    GermanyEnded,
    /// Granular admin privileges in 21Vianet.
    ChinaAdmin,
    /// A customer agreement in 21Vianet.
    ChinaAgreement,
    /// A reseller's own invitation in 21Vianet.
    ChinaInvitation,
    /// The offer is not for customers of this qualification.
    OtherSegment,
    /// The check of the qualification is not approved.
    NotVetted,
    /// A special offer that is not licence-based.
    NotALicence,

    // R-PSH
    /// The provider's side is not an indirect provider.
    NotAProvider,
    /// The reseller's side is not an indirect reseller.
    NotAReseller,
    /// A partnership of an account with itself.
    WithItself,
    /// A partnership inside one group.
    PartnersOfOneGroup,
    /// Active, and nobody accepted.
    NotAccepted,
    /// Accepted before the invitation.
    AcceptedBeforeInvited,
    /// Ended, and no day says when.
    NoEndDate,
    /// Ended before it was accepted.
    EndedBeforeAccepted,
    /// An ended partnership made active or invited again.
    Reopened,
    /// Another open partnership of the pair.
    SecondOpen,
    /// The seller has no active partnership with the reseller on record.
    NotPartners,

    // R-REL
    /// The seller has no active reseller relationship with the customer.
    SellerUnrelated,
    /// The reseller on record has no active reseller relationship with the customer.
    ResellerUnrelated,
    /// A subscription of the pair still runs.
    StillRunning,
    /// A reservation or a software purchase of the pair is not cancelled.
    NotCancelled,
    /// Active, and nobody says when the customer accepted.
    CustomerDidNotAccept,
    /// The customer accepted before the partner asked.
    AcceptedBeforeRequested,
    /// Removed, and active again without a new request.
    RevivedWithoutRequest,
    /// A reseller created the customer's tenant, which it cannot.
    CreatedByReseller,
    /// An indirect sale names no reseller.
    NobodyOnRecord,
    /// Something else than an indirect sale has a partner of record.
    RecordOffIndirect,
    /// The seller itself is on record.
    RecordIsSeller,
    /// Who is on record is no reseller.
    RecordIsNoReseller,
    /// No partner of the book has the id that is put on record.
    RecordUnknown,
    /// The seller has no active partnership with who is put on record.
    NoPartnership,
    /// The support contact has no active reseller relationship with the customer.
    SupportUnrelated,
    /// The support contact has no admin privileges.
    SupportWithoutPrivileges,
    /// The customer took the privileges away; the duty to support stays.
    DutyWithoutAccess,

    // R-MP
    /// A step that adds a partner changes something that exists.
    ChangesExisting,
    /// Bought through CSP, and nobody sells it.
    NoSeller,
    /// The seller is neither a provider nor a direct-bill partner.
    SellerCannotSell,
    /// The partner of record is among the further partners.
    FurtherIsOnRecord,
    /// A further partner is named twice.
    FurtherTwice,
    /// The same seller has another live Azure plan for the customer.
    SecondAzurePlan,

    // R-MC
    /// Sold through CSP: it is transferred or bought anew, not supported.
    SoldThroughCsp,
    /// What was bought in this channel is not taken into support.
    NoSupportInChannel,
    /// Who would support it has no active reseller relationship with the customer.
    SupporterUnrelated,
    /// Who would support it has no admin privileges.
    SupporterWithoutPrivileges,
    /// To take it into support changes more than that.
    SupportChangesMore,
    /// Bought elsewhere: seats, term and state are changed there.
    ReadOnlyElsewhere,
    /// Bought elsewhere, but names a seller.
    SellerElsewhere,
    /// A running licence changes its seller.
    MovedMidTerm,
    /// An Azure subscription runs in two channels.
    RunsTwice,

    // R-ADM
    /// Delegated admin privileges are still granted in the public cloud.
    DapIsRetired,
    /// Delegated admin privileges are asked for or granted anew in the public cloud.
    DapGrantedAnew,
    /// Delegated admin privileges are granted, and the customer has not accepted the relationship.
    DapBeforeAcceptance,
    /// Granular privileges last for less than a day or more than two years.
    OddDuration,
    /// Granular privileges have no name.
    NoAdminName,
    /// The name of granular privileges is longer than fifty characters.
    LongAdminName,
    /// Granular privileges would extend themselves by something else than 180 days.
    OddAutoExtend,
    /// Granular privileges with the global administrator would extend themselves.
    GlobalAdminExtends,
    /// Granular privileges that are over would come back.
    PrivilegesAreOver,
    /// Granular privileges would go to a state that does not follow.
    PrivilegesLeap,
    /// Something of granular privileges would change that changes on drafts alone.
    PrivilegesAreLocked,
    /// Granular privileges of an account that is suspended.
    PrivilegesOfSuspended,
    /// The end of active granular privileges lies behind.
    PrivilegesEndBehind,
    /// Granular privileges end within a day.
    PrivilegesEndInADay,
    /// Granular privileges end within a week.
    PrivilegesEndInAWeek,
    /// Granular privileges end within 30 days.
    PrivilegesEndInAMonth,
    /// Granular privileges end soon, and their successor is not active yet.
    SuccessorWaits,
    /// A request for granular privileges was not answered for 90 days.
    PrivilegesRequestLapsed,
    /// The end of granular privileges is not their approval and their duration.
    EndOffDuration,
    /// No security group has access by granular privileges.
    NobodyAssigned,
    /// Granular privileges give the global administrator.
    GlobalAdminGiven,
    /// Two granular privileges of one partner and customer give the same roles.
    SameRolesTwice,

    // R-SUB
    /// Deleted or expired, and made to run again.
    OverIsOver,
    /// Its state does not lead to the other.
    NoSuchStep,
    /// Expired before its term ends, or although it renews.
    NotBeforeTermEnd,
    /// Disabled or deleted before the time is over.
    NotInTime,
    /// Suspended by Microsoft, and reactivated by the partner.
    SuspendedByMicrosoft,
    /// Of the old commerce, and expired or disabled.
    NoSuchState,
    /// Changed while it is not active.
    NotActive,
    /// Azure with another quantity than one.
    NotOne,
    /// Fewer seats than the offer has.
    TooFewSeats,
    /// More seats than the offer has.
    TooManySeats,
    /// More than 300 seats of an offer for small businesses.
    ManyForSmallBusiness,
    /// A trial with another number of seats than 25.
    NotTrialSeats,
    /// A trial of more than 30 days.
    TrialTooLong,
    /// A second trial of one offer.
    SecondTrial,
    /// A trial of what the customer has.
    TrialOfOwned,
    /// More subscriptions of one offer than a customer may have.
    TooManyOfOffer,
    /// Fewer seats, after the window.
    SeatsAreBound,
    /// Fewer seats of a software subscription.
    SeatsNeverDown,
    /// Cancelled after the window.
    WindowOver,
    /// Cancelled, which the offer never allows.
    NeverCancelled,
    /// Suspended for 60 days or more.
    DataDeletedSoon,
    /// Suspended for 90 days or more.
    DataDeleted,
    /// Suspended, and billed on.
    BilledWhileSuspended,
    /// Expired; its users are locked out soon.
    DisabledSoon,
    /// Expired; only admins get in.
    AdminsOnly,
    /// A change is scheduled, but it does not renew.
    ChangeWithoutRenewal,
    /// A change is scheduled, but it is not active.
    ChangeWhileNotActive,
    /// The extended service term, before there was one.
    ExtendedTooEarly,
    /// It renews and goes on by the extended service term.
    TwoRenewals,
    /// Its term ends within 30 days, and nobody decided.
    RenewalUndecided,
    /// The base belongs to another customer.
    AddOnOtherCustomer,
    /// The base was sold by another seller.
    AddOnOtherSeller,
    /// It runs, its base does not.
    BaseNotLive,
    /// The add-on is not for this base.
    BaseNotEligible,
    /// No Azure of the same seller beside it.
    NoAzureBeside,
    /// Term and billing of a licence of the new commerce.
    PairNewCommerce,
    /// Term and billing of a licence of old.
    PairLegacy,
    /// Term and billing of a software subscription.
    PairSoftware,
    /// Term and billing of perpetual software.
    PairPerpetual,
    /// Term and billing of a reservation.
    PairReservation,
    /// Term and billing of an Azure plan.
    PairAzurePlan,
    /// Term and billing of Azure of the old kind.
    PairAzureLegacy,
    /// Term and billing of what others sell in the marketplace.
    PairMarketplace,
    /// Billing of a trial.
    PairTrial,
    /// The partner of record of a reservation.
    RecordIsFixed,
    /// Azure of the old kind for a pair that had none.
    AzureLegacyClosed,
    /// Azure of the old kind beside an Azure plan.
    AzureLegacyBesidePlan,

    // R-TRF
    /// A transfer from a partner to itself.
    TransferToItself,
    /// A side of a transfer is neither a provider nor a direct-bill partner.
    PartyCannotSell,
    /// The target of a transfer is restricted or suspended.
    TargetMayNotBuy,
    /// What a transfer moves is another customer's.
    ItemOfOtherCustomer,
    /// What a transfer moves is sold by another partner than its source.
    ItemOfOtherSeller,
    /// The target has no active reseller relationship with the customer.
    TargetUnrelated,
    /// The customer agreed neither itself nor through the target.
    TargetWithoutAgreement,
    /// The target has not signed the partner agreement yet.
    TargetUnsigned,
    /// The target of a switch of Azure of old is in another country than the customer.
    TargetInOtherCountry,
    /// A partner of record is named, and the target is no provider.
    RecordOnDirectTarget,
    /// The target has no Azure plan for the customer.
    NoPlanAtTarget,
    /// What would move is not active.
    ItemNotActive,
    /// What would move is in another open request.
    ItemInOtherRequest,
    /// Something of what an open transfer moves would change.
    ItemIsMoving,
    /// A reservation does not move with Azure of old.
    ReservationStays,
    /// A marketplace product does not move this way.
    MarketplaceStays,
    /// An add-on would move without its base.
    AddOnAlone,
    /// A licence does not move this way, or not yet.
    LicenceStays,
    /// A transfer request was not answered in time.
    TransferLapsed,
    /// A transfer that is over would come back.
    TransferIsOver,
    /// A transfer that is under way would be taken back.
    TransferUnderWay,
    /// More than 25 items in one request.
    TooManyItems,
    /// The other side asks for this kind of transfer.
    WrongOneAsks,
    /// Something that was moved has no record under the target.
    NoSuccessor,
    /// The roles of the old partner were not looked through.
    RolesNotReviewed,

    // R-SELF
    /// A CSP sale into the tenant of a CSP account.
    SoldToAccount,
    /// A reseller relationship with the tenant of a CSP account.
    AccountAsCustomer,
    /// A sale inside one group.
    SoldInGroup,
    /// A sale that looks like one inside a group, by name or domain.
    PerhapsInGroup,
    /// The customer of a provider is its reseller too.
    ResellerAsCustomer,
    /// A new partnership with a tenant that is a customer.
    CustomerAsReseller,
    /// A sale to the group of a CSP partner, before that was allowed.
    SoldToPartner,

    // R-HYG
    /// It ends before it begins.
    EndsBeforeItBegins,
    /// It took effect days before it was created.
    EffectiveBeforeCreation,
    /// No partner of the book has the id on record.
    RecordOfNobody,
    /// It names something that is not in the book and need not be.
    LooseReference,
    /// A text holds a password, a token or the like.
    Secret,
    /// An id or a text is out of a manual.
    Placeholder,
    /// The country asks for a registration number.
    NumberMissing,
    /// The registration number has another form than the country asks for.
    NumberMisformed,
    /// The country knows no registration number.
    NumberNotAsked,
    /// The country asks for a phone number.
    PhoneMissing,
    /// The contact's address is web mail.
    WebMail,
    /// A phone number with more than ten digits.
    OddPhone,
}
