# The probe: programs of the tests' own, on topics of their own (test/probe/probe.h). Its table takes the place of the
# store's: a folder that is looked into before the tree has schemas/topics.def and schemas/generated of the probe, and
# what includes them is compiled again.
set(probe ${CMAKE_BINARY_DIR}/probe)
set(probe_shared envelope position task_position parked_key dead_letter operation)
file(GLOB probe_schemas CONFIGURE_DEPENDS test/probe/schemas/*)
set(probe_generated ${probe}/schemas/generated/schemas.c)
foreach(name ${probe_shared})
    list(APPEND probe_copied ${CMAKE_SOURCE_DIR}/schemas/${name}.avsc)
endforeach()
foreach(file ${probe_schemas} ${probe_copied})
    get_filename_component(name ${file} NAME_WE)
    if(file MATCHES "[.]avsc$")
        list(APPEND probe_generated ${probe}/schemas/generated/${name}.c)
    endif()
endforeach()
add_custom_command(OUTPUT ${probe_generated}
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${probe}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${probe}/schemas
    COMMAND ${CMAKE_COMMAND} -E copy ${probe_schemas} ${probe_copied} ${probe}/schemas
    COMMAND fy-generate ${probe}/schemas ${probe}/schemas/generated >${probe}.log
    DEPENDS fy-generate ${probe_schemas} ${probe_copied})

file(GLOB probe_codec CONFIGURE_DEPENDS schemas/codec/*.c)
set(probe_lib ${lib_sources})
list(REMOVE_ITEM probe_lib ${CMAKE_SOURCE_DIR}/lib/orders.c) # It names fields of the store's schemas.
add_library(fy_probe STATIC ${probe_generated} ${probe_codec} schemas/topics.c lib/arena.c lib/err.c ${probe_lib}
    test/probe/relay.c test/probe/count.c test/probe/bench.c)
target_include_directories(fy_probe BEFORE PUBLIC ${probe})
target_link_libraries(fy_probe PUBLIC PkgConfig::RDKAFKA PkgConfig::MHD PkgConfig::SODIUM PkgConfig::SECCOMP ${ROCKSDB} Threads::Threads m)

function(fy_probe_program name)
    add_executable(${name} ${ARGN})
    target_include_directories(${name} BEFORE PRIVATE ${probe})
    target_link_libraries(${name} fy_probe)
endfunction()
foreach(name relay count tally rmw)
    fy_probe_program(probe-${name} test/probe/main.c)
    target_compile_definitions(probe-${name} PRIVATE PROBE=${name}_processor)
endforeach()
fy_probe_program(probe-feed test/probe/feed.c)
fy_probe_program(probe-topics infra/tools/topics.c)

# The simulator: both programs of the probe on the log in memory (test/sim/sim.h).
file(GLOB sim_sources CONFIGURE_DEPENDS test/sim/*.c test/sim/probe/*.c test/driver/log*.c)
fy_probe_program(sim ${sim_sources})

# Most seeds are the release's (`./fy test sim`); these look for what sanitizers see.
if(CMAKE_BUILD_TYPE STREQUAL RelWithDebInfo)
    set(sim_seeds 10000 --hits 20)
elseif(CMAKE_C_FLAGS MATCHES "fsanitize=thread")
    set(sim_seeds 200)
else()
    set(sim_seeds 400)
endif()
add_test(NAME sim.seeds COMMAND sim --size ${sim_seeds})
set_tests_properties(sim.seeds PROPERTIES LABELS sim TIMEOUT 600 ENVIRONMENT "${test_environment}")

# Accounts in the same weather, on the topics that ship (test/sim/accounts).
file(GLOB sim_accounts_sources CONFIGURE_DEPENDS test/sim/*.c test/sim/accounts/*.c test/driver/log*.c)
add_executable(sim-accounts ${sim_accounts_sources})
target_link_libraries(sim-accounts accounts_program fy_lib ${CUNIT})
add_test(NAME sim.accounts COMMAND sim-accounts --size ${sim_seeds})
set_tests_properties(sim.accounts PROPERTIES LABELS sim TIMEOUT 600 ENVIRONMENT "${test_environment}")

# Stock and what orders ask of it, likewise (test/sim/stock).
file(GLOB sim_stock_sources CONFIGURE_DEPENDS test/sim/*.c test/sim/stock/*.c test/driver/log*.c)
add_executable(sim-stock ${sim_stock_sources})
target_link_libraries(sim-stock stock_program fy_lib ${CUNIT})
add_test(NAME sim.stock COMMAND sim-stock --size ${sim_seeds})
set_tests_properties(sim.stock PROPERTIES LABELS sim TIMEOUT 600 ENVIRONMENT "${test_environment}")

# Exposure, likewise (test/sim/exposure).
file(GLOB sim_exposure_sources CONFIGURE_DEPENDS test/sim/*.c test/sim/exposure/*.c test/driver/log*.c)
add_executable(sim-exposure ${sim_exposure_sources})
target_link_libraries(sim-exposure exposure_program fy_lib ${CUNIT})
add_test(NAME sim.exposure COMMAND sim-exposure --size ${sim_seeds})
set_tests_properties(sim.exposure PROPERTIES LABELS sim TIMEOUT 600 ENVIRONMENT "${test_environment}")

# The payments adapter and a hostile provider (test/sim/payments).
file(GLOB sim_payments_sources CONFIGURE_DEPENDS test/sim/payments/*.c test/driver/log*.c)
add_executable(sim-payments ${sim_payments_sources})
target_link_libraries(sim-payments payments_program fy_psp fy_lib ${CUNIT})
if(CMAKE_BUILD_TYPE STREQUAL RelWithDebInfo)
    set(sim_payments_seeds 1000)
else()
    set(sim_payments_seeds 60)
endif()
add_test(NAME sim.payments COMMAND sim-payments --size ${sim_payments_seeds})
set_tests_properties(sim.payments PROPERTIES LABELS sim TIMEOUT 600 ENVIRONMENT "${test_environment}")

# Orders with stock, suppliers, an operator and a payment provider, likewise (test/sim/orders).
file(GLOB sim_orders_sources CONFIGURE_DEPENDS test/sim/*.c test/sim/orders/*.c test/driver/log*.c)
add_executable(sim-orders ${sim_orders_sources} ${psp_sources} test/sim/stock/ledger.c test/sim/payments/plug.c)
target_link_libraries(sim-orders orders_program stock_program payments_program fy_lib ${CUNIT})
add_test(NAME sim.orders COMMAND sim-orders --size ${sim_seeds})
set_tests_properties(sim.orders PROPERTIES LABELS sim TIMEOUT 600 ENVIRONMENT "${test_environment}")

# The same programs on the stand's broker, and the simulator's fold of what they wrote: `./fy test e2e`.
if(CMAKE_BUILD_TYPE STREQUAL RelWithDebInfo)
    list(FILTER sim_sources EXCLUDE REGEX "/sim/main[.]c$")
    fy_probe_program(sim-broker test/sim/broker/main.c ${sim_sources})
    add_dependencies(sim-broker probe-relay probe-count)
    add_test(NAME e2e.sim.broker COMMAND sim-broker)
    set_tests_properties(e2e.sim.broker PROPERTIES LABELS e2e TIMEOUT 600)
endif()
